using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The document has no displayName.</summary>
internal sealed class MissingDisplayNameRule() : LintRule("missing-display-name", LintSeverity.Informational, "There is no displayName")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) =>
        (document.Definition is not null || document.Initiative is not null) && string.IsNullOrWhiteSpace(document.Properties.Text("displayName"))
            ? [Finding(
                document,
                document.Properties,
                "the document has no 'displayName': the portal shows its name",
                "add a \"displayName\" that says what should be so")]
            : [];
}
