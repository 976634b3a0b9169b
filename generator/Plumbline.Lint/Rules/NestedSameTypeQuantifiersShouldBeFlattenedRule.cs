using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A logical operator stands directly in one of its own kind.</summary>
internal sealed class NestedSameTypeQuantifiersShouldBeFlattenedRule() : DefinitionRule("nested-same-type-quantifiers-should-be-flattened", LintSeverity.Informational, "A logical operator stands in one of its own kind")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Conditions.Where(site => IsQuantifier(site) && site.Parent is { } parent && parent.Condition.GetType() == site.Condition.GetType() && parent.Children.Count > 1 && site.Children.Count > 1)
            .Select(site => Finding(
                document,
                site.Keyword,
                $"'{site.Keyword?.Name}' stands in another '{site.Keyword?.Name}': the level says nothing",
                "move its conditions up")
                with { Fix = document.Spliced(site) });

    private static bool IsQuantifier(ConditionSite site) => site.Condition is AllOfCondition or AnyOfCondition;
}
