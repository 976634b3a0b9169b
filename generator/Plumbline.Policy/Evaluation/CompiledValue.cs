using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A value; also a field that names the value count around it.</summary>
internal sealed class CompiledValue(Func<string> text, OperandTemplate template) : CompiledSubject(text, "Value")
{
    private static readonly EvaluatedValue Empty = new(new TextValue(""));

    /// <summary>The value.</summary>
    public OperandTemplate Template => template;

    public override Truth Test(EvaluationFrame frame, CompiledLeaf leaf, OperandTest test)
    {
        var value = template.Evaluate(frame);
        if (value is FailedValue failed) return frame.Run.Fail(failed.Reason);
        var read = value is NullValue && OperatorTable.ReadsNullAsEmpty(test.Used) ? Empty : new EvaluatedValue(value);
        var holds = test.Holds(read);
        if (frame.Run.Explanation is not null) return leaf.Explain(frame, holds, Text, new(value), test);
        return holds ? Truth.True : Truth.False;
    }
}
