using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A branch of an <c>anyOf</c> asks for a type that the conditions around it exclude.</summary>
internal sealed class UnreachableBranchRule() : DefinitionRule("unreachable-branch", LintSeverity.Warning, "A branch asks for a type that conditions around it exclude")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        from site in document.Conditions
        where site is { Parent.Condition: AnyOfCondition, IsNegated: false, Counts: 0 }
        let types = TypeSets.Of(site)
        where types is { Count: > 0 } && TypeSets.Around(site.Parent).Any(outer => !outer.Overlaps(types)) && !IsAllOfItContradictory(site.Parent)
        select Finding(
            document,
            site.Token,
            $"the branch asks for {TypeSets.Describe(types)}, which the conditions around it exclude: it never holds",
            "remove it, or let the type through");

    // When no branch is left, that is a contradiction of types, which another rule reports.
    private static bool IsAllOfItContradictory(ConditionSite? anyOf) => anyOf is not null && TypeSets.Of(anyOf) is { } all && TypeSets.Around(anyOf).Any(outer => !outer.Overlaps(all));
}
