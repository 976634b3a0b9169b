using System.Text;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary><c>in</c> and <c>notIn</c> with a list of plain texts.</summary>
internal sealed class InTextTest(Operator used, ArrayValue target) : TextTest(used, target, used == Operator.NotIn)
{
    // By length: most candidates are out at once.
    private readonly ILookup<int, byte[]> wanted = target.Items.OfType<TextValue>().Select(Bytes).ToLookup(bytes => bytes.Length);

    protected override bool HoldsText(ReadOnlySpan<byte> text)
    {
        foreach (var candidate in wanted[text.Length])
        {
            if (Ascii.EqualsIgnoreCase(text, candidate)) return true;
        }

        return false;
    }
}
