using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>What <c>tryGet</c> does not find is compared as an empty text.</summary>
public sealed class TryGetUseWithNullCoercingOperatorRule() : LintRule("tryget-use-with-null-coercing-operator", LintSeverity.Informational, "Missing value compared as an empty text")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Conditions
        .Where(node => node.Condition is LeafCondition { Subject: ValueSubject { Value.Literal: var value } } leaf && ReadsNullAsText(leaf.Operator) && ExpressionShapes.IsTryGet(value))
        .Select(node => Finding(
            subject.At(node.Property("value")?.Value ?? node.Token),
            $"'{node.OperatorProperty?.Name}' reads what 'tryGet' does not find as an empty text",
            "say what a missing value means with 'coalesce'"));

    private static bool ReadsNullAsText(Operator used) => used is Operator.Equals or Operator.NotEquals or Operator.In or Operator.NotIn or Operator.Like or Operator.NotLike or Operator.Contains or Operator.NotContains
        or Operator.Match or Operator.NotMatch or Operator.MatchInsensitively or Operator.NotMatchInsensitively;
}
