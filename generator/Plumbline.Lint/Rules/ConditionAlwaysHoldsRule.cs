using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A condition holds of every resource.</summary>
internal sealed class ConditionAlwaysHoldsRule() : DefinitionRule("condition-always-holds", LintSeverity.Warning, "A condition always holds")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Conditions.Where(site => ConstantConditions.ReasonFor(site) is (true, _))
            .Select(site => Finding(
                document,
                site.Token,
                $"the condition always holds: {ConstantConditions.ReasonFor(site)?.Reason}",
                "remove it, or correct what it compares"));
}
