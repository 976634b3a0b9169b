using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The test of a location. One without blanks is tested as it stands.</summary>
internal sealed class LocationTest(Operator used, PolicyValue target) : OperandTest(used, target)
{
    private readonly OperandTest normalized = Of(used, LocationName.Normalize(target), isLocation: false);

    public override bool Holds(in EvaluatedValue left) => left.Element.TryGetPlainText(out var text) && !text.Contains((byte)' ')
        ? normalized.Holds(left)
        : OperatorTable.Holds(Used, LocationName.Normalize(left.ToValue()), normalized.Target);
}
