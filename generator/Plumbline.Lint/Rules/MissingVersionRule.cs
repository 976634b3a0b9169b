using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The document has no version.</summary>
internal sealed class MissingVersionRule() : LintRule("missing-version", LintSeverity.Informational, "There is no version")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) =>
        document.Definition is { Version: null } || document.Initiative is { Version: null }
            ? [Finding(
                document,
                document.Properties,
                "the document has no 'version': nobody can tell which state of it is deployed",
                "add \"version\": \"1.0.0\" to the metadata, and raise it with every change")]
            : [];
}
