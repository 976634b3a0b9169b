using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A pattern for <c>type</c> takes in types that nobody thought of.</summary>
public sealed class BroadTypeMatchingOperatorRule() : LintRule("broad-type-matching-operator", LintSeverity.Warning, "Resource type matched by a pattern")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from node in subject.Conditions
        where node.Condition is LeafCondition { Subject: FieldSubject { Field: var field }, Operator: Operator.Like or Operator.Match or Operator.MatchInsensitively or Operator.Contains } && string.Equals(field, "type", StringComparison.OrdinalIgnoreCase)
        let name = node.OperatorProperty?.Name
        select Finding(subject.At(node.Focus), $"'type' is compared with '{name}': the rule also applies to types that happen to match", "name the types with 'equals' or 'in'");
}
