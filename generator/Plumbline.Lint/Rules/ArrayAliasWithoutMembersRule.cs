using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>An array is compared as if it were one of its members: the condition always has the same result.</summary>
internal sealed class ArrayAliasWithoutMembersRule() : DefinitionRule("array-alias-without-members", LintSeverity.Warning, "An array is compared as if it were one of its members")
{
    private static readonly Operator[] Operators =
    [
        Operator.Equals, Operator.NotEquals, Operator.In, Operator.NotIn, Operator.Like, Operator.NotLike,
        Operator.Match, Operator.NotMatch, Operator.MatchInsensitively, Operator.NotMatchInsensitively,
    ];

    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Field is { } name && IsOfOneValue(site) && !name.EndsWith(']') && document.IsArray(name))
            .Select(site => Finding(
                document,
                site.Member("field")?.Value,
                $"'{site.Field}' is an array, and '{site.Keyword?.Name}' compares the array itself with one value: the result is always the same",
                $"count the members of '{site.Field}[*]', or use 'contains'"));

    private static bool IsOfOneValue(ConditionSite site) => site.Leaf is { } leaf && Operators.Contains(leaf.Operator) && IsOneValue(leaf.Operand.Literal);

    private static bool IsOneValue(PolicyValue value) =>
        value is BooleanValue or IntegerValue or FloatValue or ArrayValue { Items: [TextValue, ..] } || (value is TextValue { Value.Length: > 0 } && !LiteralValues.IsExpression(value));
}
