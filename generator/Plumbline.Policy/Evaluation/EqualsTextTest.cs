using System.Text;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary><c>equals</c> and <c>notEquals</c> with plain text.</summary>
internal sealed class EqualsTextTest(Operator used, TextValue target) : TextTest(used, target, used == Operator.NotEquals)
{
    private readonly byte[] wanted = Bytes(target);

    protected override bool HoldsText(ReadOnlySpan<byte> text) => Ascii.EqualsIgnoreCase(text, wanted);
}
