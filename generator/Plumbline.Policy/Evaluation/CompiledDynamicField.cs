using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A field whose name is an expression.</summary>
internal sealed class CompiledDynamicField(string text, OperandTemplate name) : CompiledSubject(() => text, "Field")
{
    /// <summary>The name.</summary>
    public OperandTemplate Name => name;

    public override Truth Test(EvaluationFrame frame, CompiledLeaf leaf, OperandTest test)
    {
        var value = name.Evaluate(frame);
        if (value is FailedValue failed) return frame.Run.Fail(failed.Reason);
        if (value is not TextValue given) return frame.Run.Fail($"'{text}' does not evaluate to the name of a field");
        var (field, problem) = frame.Run.Fields.ResolveOnce(given.Value);
        if (field is null) return frame.Run.Fail(problem ?? "the field is unknown");
        var subject = new CompiledField(field);
        return subject.Test(frame, leaf, subject.IsLocation ? new TableTest(test.Used, test.Target, isLocation: true) : test);
    }
}
