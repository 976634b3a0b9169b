using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A field with <c>[*]</c> outside of a count asks whether all members satisfy the condition, and a resource without members does.</summary>
internal sealed class EachMemberOutsideOfCountRule() : DefinitionRule("each-member-outside-of-count", LintSeverity.Warning, "A field with [*] outside of a count asks all members")
{
    private static readonly Operator[] Positive =
    [
        Operator.Equals, Operator.In, Operator.Like, Operator.Match, Operator.MatchInsensitively, Operator.Contains,
        Operator.Greater, Operator.GreaterOrEquals, Operator.Less, Operator.LessOrEquals,
    ];

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site is { Part: RulePart.If, Counts: 0, IsNegated: false } && site.Field?.Contains("[*]") == true && IsPositive(site))
            .Select(site => Finding(
                document,
                site.Member("field")?.Value,
                $"'{site.Field}' is outside of a count: the condition asks whether all members satisfy '{site.Keyword?.Name}', and an empty array does",
                "count the members that do: { \"count\": { \"field\": ..., \"where\": ... }, \"greater\": 0 }"));

    private static bool IsPositive(ConditionSite site) => site.Leaf is { } leaf && Positive.Contains(leaf.Operator);
}
