using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary><c>exists</c>.</summary>
internal sealed class ExistsTest(PolicyValue target) : OperandTest(Operator.Exists, target)
{
    private readonly bool expected = OperatorTable.Holds(Operator.Exists, BooleanValue.Of(true), target);

    public override bool Holds(in EvaluatedValue left) => left.IsNullOrUndefined != expected;
}
