using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The document has no description.</summary>
internal sealed class MissingDescriptionRule() : LintRule("missing-description", LintSeverity.Informational, "There is no description")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) =>
        (document.Definition is not null || document.Initiative is not null) && string.IsNullOrWhiteSpace(document.Properties.Text("description"))
            ? [Finding(
                document,
                document.Properties,
                "the document has no 'description': who sees a violation does not learn why it is one",
                "add a \"description\" that says why")]
            : [];
}
