using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Evaluation;

/// <summary><c>allOf</c> or <c>anyOf</c>: operands in the order of the text, and no more of them than needed.</summary>
internal sealed class CompiledJunction(Condition source, bool isAll, ImmutableArray<CompiledCondition> operands) : CompiledCondition(source)
{
    public bool IsAll => isAll;

    public ImmutableArray<CompiledCondition> Operands => operands;

    public override string Label => isAll ? "allOf" : "anyOf";

    protected override Truth EvaluateOperands(EvaluationFrame frame)
    {
        var neutral = isAll ? Truth.True : Truth.False;
        foreach (var operand in operands)
        {
            if (operand.Evaluate(frame) is var result && result != neutral) return result;
        }

        return neutral;
    }
}
