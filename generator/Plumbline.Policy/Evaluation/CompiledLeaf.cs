using Plumbline.Policy.Functions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A leaf: a subject, an operator and its operand.</summary>
internal sealed class CompiledLeaf : CompiledCondition
{
    private readonly LeafCondition leaf;
    private readonly CompiledSubject subject;
    private readonly OperandTemplate operand;
    private readonly OperandTest? constant;

    public CompiledLeaf(LeafCondition leaf, CompiledSubject subject, OperandTemplate operand)
        : base(leaf)
    {
        this.leaf = leaf;
        this.subject = subject;
        this.operand = operand;
        constant = operand.Constant is { } value and not FailedValue && !IsFailing(operand, value) ? OperandTest.Of(leaf.Operator, value, subject.IsLocation) : null;
    }

    public CompiledSubject Subject => subject;

    public Operator Operator => leaf.Operator;

    /// <summary>The operand when it is the same for every resource, else null.</summary>
    public PolicyValue? Target => constant?.Target;

    // The same text for every resource: an explanation names each leaf it shows.
    public override string Label => field ??= ConditionText.Of(leaf);

    /// <summary>The test of the leaf's operator with the operand that an evaluation makes; null when the operand cannot be evaluated.</summary>
    public OperandTest? TestOn(IFunctionContext context)
    {
        if (constant is not null) return constant;
        var target = operand.Evaluate(context);
        return target is FailedValue || IsFailing(operand, target) ? null : new TableTest(leaf.Operator, target, subject.IsLocation);
    }

    protected override Truth EvaluateOperands(EvaluationFrame frame)
    {
        if (constant is not null) return subject.Test(frame, this, constant);
        var target = operand.Evaluate(frame);
        if (target is FailedValue failed) return frame.Run.Fail(failed.Reason);

        // Azure: an operator value that evaluates to null makes the evaluation fail.
        if (IsFailing(operand, target)) return frame.Run.Fail($"the operator value of '{Label}' evaluates to null");
        return subject.Test(frame, this, new TableTest(leaf.Operator, target, subject.IsLocation));
    }

    /// <summary>The result as a truth, listed in the explanation that the run collects.</summary>
    /// <param name="frame">Where the leaf was evaluated.</param>
    /// <param name="result">The result.</param>
    /// <param name="path">The path of what was compared.</param>
    /// <param name="value">What was compared.</param>
    /// <param name="test">What it was compared with.</param>
    public Truth Explain(EvaluationFrame frame, bool result, string path, in EvaluatedValue value, OperandTest test)
    {
        frame.Run.Explanation?.Record(
            new EvaluatedExpression(result, subject.Text, subject.Kind, path, value.ToValue(), test.Target, leaf.Operator), frame.Depth);
        return result ? Truth.True : Truth.False;
    }

    // A tag that the resource group lacks is compared in built-in definitions before the condition that guards it.
    private static bool IsFailing(OperandTemplate operand, PolicyValue target) => operand.IsExpression && !operand.IsContextMember && target is NullValue;
}
