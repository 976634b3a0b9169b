using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>The operand of an operator must not be null.</summary>
public sealed class UnguardedTryGetOperatorValueRule() : LintRule("unguarded-tryget-operator-value", LintSeverity.Error, "Operand that may be null")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Conditions
        .Where(node => node.Condition is LeafCondition { Operand.Literal: var operand } && ExpressionShapes.IsTryGet(operand))
        .Select(node => Finding(subject.At(node.Focus), $"the operand of '{node.OperatorProperty?.Name}' is null when 'tryGet' finds nothing: the evaluation fails", "give a default with 'coalesce'"));
}
