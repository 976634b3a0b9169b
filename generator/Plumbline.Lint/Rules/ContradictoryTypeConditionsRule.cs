using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>An <c>allOf</c> asks for several types at once, which no resource has.</summary>
internal sealed class ContradictoryTypeConditionsRule() : DefinitionRule("contradictory-type-conditions", LintSeverity.Error, "No resource has all the types that are asked for")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Conditions.Where(site => site.Condition is AllOfCondition && TypeSets.FirstContradiction(site) is not null)
            .Select(site => TypeSets.FirstContradiction(site))
            .OfType<ConditionSite>()
            .Select(site => Finding(
                document,
                site.Token,
                "the condition on 'type' contradicts another one of the same 'allOf': no resource satisfies both",
                "use 'in' or 'anyOf' for alternatives"));
}
