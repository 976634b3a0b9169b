using System.Text;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary><c>contains</c> and <c>notContains</c> with plain text.</summary>
internal sealed class ContainsTextTest(Operator used, TextValue target) : TextTest(used, target, used == Operator.NotContains)
{
    private readonly byte[] part = Bytes(target);

    protected override bool HoldsText(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at + part.Length <= text.Length; at++)
        {
            if (Ascii.EqualsIgnoreCase(text.Slice(at, part.Length), part)) return true;
        }

        return false;
    }
}
