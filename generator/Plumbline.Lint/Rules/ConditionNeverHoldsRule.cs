using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A condition holds of no resource.</summary>
internal sealed class ConditionNeverHoldsRule() : DefinitionRule("condition-never-holds", LintSeverity.Warning, "A condition never holds")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Conditions.Where(site => ConstantConditions.ReasonFor(site) is (false, _))
            .Select(site => Finding(
                document,
                site.Token,
                $"the condition never holds: {ConstantConditions.ReasonFor(site)?.Reason}",
                "remove it, or correct what it compares"));
}
