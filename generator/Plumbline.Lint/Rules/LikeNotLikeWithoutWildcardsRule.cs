using Plumbline.Lint.Framework;
using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary><c>like</c> or <c>notLike</c> without <c>*</c> is equality.</summary>
public sealed class LikeNotLikeWithoutWildcardsRule() : LintRule("like-notlike-without-wildcards", LintSeverity.Warning, "Pattern of 'like' without a wildcard")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from node in subject.Conditions
        let leaf = node.Condition as LeafCondition
        where leaf is { Operator: Operator.Like or Operator.NotLike, Operand.Literal: TextValue { Value: var text } } && !TemplateText.IsExpression(text) && !text.Contains('*', StringComparison.Ordinal)
        select Finding(subject.At(node.Focus), $"the pattern of '{OperatorNames.Name(leaf.Operator)}' has no '*': it compares the whole text", $"use '{(leaf.Operator == Operator.Like ? "equals" : "notEquals")}', or add '*'");
}
