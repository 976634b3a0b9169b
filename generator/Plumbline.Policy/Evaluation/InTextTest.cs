using System.Text;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary><c>in</c> and <c>notIn</c> with a list of plain texts.</summary>
internal sealed class InTextTest(Operator used, ArrayValue target) : TextTest(used, target, used == Operator.NotIn)
{
    // By length: most candidates are out at once.
    private readonly byte[][][] wanted = ByLength([.. target.Items.OfType<TextValue>().Select(Bytes)]);

    protected override bool HoldsText(ReadOnlySpan<byte> text)
    {
        if (text.Length >= wanted.Length) return false;
        foreach (var candidate in wanted[text.Length])
        {
            if (Ascii.EqualsIgnoreCase(text, candidate)) return true;
        }

        return false;
    }

    private static byte[][][] ByLength(List<byte[]> candidates) =>
        [.. Enumerable.Range(0, candidates.Select(candidate => candidate.Length + 1).DefaultIfEmpty().Max())
            .Select(length => candidates.Where(candidate => candidate.Length == length).ToArray())];
}
