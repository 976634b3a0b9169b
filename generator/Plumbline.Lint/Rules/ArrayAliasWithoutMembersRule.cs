using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>An array is compared as if it were one of its members: the condition always has the same result.</summary>
internal sealed class ArrayAliasWithoutMembersRule() : DefinitionRule("array-alias-without-members", LintSeverity.Warning, "An array is compared as if it were one of its members")
{
    /// <inheritdoc/>
    protected override IEnumerable<LintFinding> Check(LintDocument document, PolicyDefinition definition) =>
        document.Leaves.Where(site => site.Field is { } name && IsOfOneValue(site) && document.Environment.Aliases.TryFind(name, out var alias) && !name.EndsWith(']')
                && document.Environment.Aliases.TryFind(name + "[*]", out _) && document.Environment.Schemas.FactsOf(alias)?.Value.Kinds == ValueKinds.Array)
            .Select(site => Finding(document, site.Member("field")?.Value, $"'{site.Field}' is an array, and '{site.Keyword?.Name}' compares the array itself with one value: the result is always the same", $"count the members of '{site.Field}[*]', or use 'contains'"));

    private static bool IsOfOneValue(ConditionSite site) =>
        site.Leaf is { Operator: Operator.Equals or Operator.NotEquals or Operator.Like or Operator.NotLike or Operator.Match or Operator.NotMatch or Operator.MatchInsensitively or Operator.NotMatchInsensitively or Operator.In or Operator.NotIn } leaf
        && (leaf.Operand.Literal is BooleanValue or IntegerValue or FloatValue or ArrayValue { Items: [TextValue, ..] } || (leaf.Operand.Literal is TextValue { Value.Length: > 0 } text && !TemplateText.IsExpression(text.Value)));
}
