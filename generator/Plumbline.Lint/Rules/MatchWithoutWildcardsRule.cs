using Plumbline.Lint.Framework;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary><c>matchInsensitively</c> without <c>#</c>, <c>?</c> and <c>.</c> is equality; <c>match</c> is not, since it heeds case.</summary>
public sealed class MatchWithoutWildcardsRule() : LintRule("match-without-wildcards", LintSeverity.Warning, "Pattern of 'matchInsensitively' without a wildcard")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from node in subject.Conditions
        let leaf = node.Condition as LeafCondition
        where leaf is { Operator: Operator.MatchInsensitively or Operator.NotMatchInsensitively, Operand.Literal: TextValue { Value: var text } } && !TemplateText.IsExpression(text) && text.AsSpan().IndexOfAny('#', '?', '.') < 0
        select Finding(subject.At(node.Focus), $"the pattern of '{OperatorNames.Name(leaf.Operator)}' has no '#', '?' or '.': it compares the whole text", $"use '{(leaf.Operator == Operator.MatchInsensitively ? "equals" : "notEquals")}', or add a wildcard");
}
