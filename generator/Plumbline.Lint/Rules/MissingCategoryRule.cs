using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>The document has no category.</summary>
internal sealed class MissingCategoryRule() : LintRule("missing-category", LintSeverity.Informational, "There is no category")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) =>
        (document.Definition is not null || document.Initiative is not null) && document.Properties.Member("metadata")?.Text("category") is null
            ? [Finding(
                document,
                document.Properties,
                "the document has no 'category': the portal does not group it with others",
                "add \"category\" to the metadata")]
            : [];
}
