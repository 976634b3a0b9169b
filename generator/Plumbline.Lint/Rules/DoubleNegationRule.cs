using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>A <c>not</c> directly in a <c>not</c>.</summary>
public sealed class DoubleNegationRule() : LintRule("double-negation", LintSeverity.Informational, "'not' of a 'not'")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Conditions
        .Where(node => node.Condition is NotCondition { Operand: NotCondition })
        .Select(node => Finding(subject.At(node.Token), "'not' of a 'not' says what its inner condition says", "write the inner condition alone"));
}
