using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Evaluation;

/// <summary><c>not</c>.</summary>
internal sealed class CompiledNot(Condition source, CompiledCondition operand) : CompiledCondition(source)
{
    public CompiledCondition Operand => operand;

    public override string Label => "not";

    protected override Truth EvaluateOperands(EvaluationFrame frame) => operand.Evaluate(frame) switch
    {
        Truth.False => Truth.True,
        Truth.True => Truth.False,
        var failed => failed,
    };
}
