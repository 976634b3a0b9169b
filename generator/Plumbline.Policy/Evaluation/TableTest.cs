using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The test for any operator and operand.</summary>
/// <param name="isLocation">Whether locations are compared, in any of their spellings.</param>
internal sealed class TableTest(Operator used, PolicyValue target, bool isLocation) : OperandTest(used, target)
{
    public override bool Holds(in EvaluatedValue left) => isLocation
        ? OperatorTable.Holds(Used, LocationName.Normalize(left.ToValue()), LocationName.Normalize(Target))
        : OperatorTable.Holds(Used, left.ToValue(), Target);
}
