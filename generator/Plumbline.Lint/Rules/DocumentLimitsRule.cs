using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;

namespace Plumbline.Lint.Rules;

/// <summary>A limit of Azure Policy is exceeded.</summary>
internal sealed class DocumentLimitsRule() : DiagnosticRule("document-limits", LintSeverity.Error, "A limit of Azure Policy is exceeded", "PLB3501")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document) =>
        base.Check(document).Concat(DocumentLimits.OutsideTheRule(document.Source, document.Root).Select(limit => Finding(limit.Location, limit.Message, limit.Help)));
}
