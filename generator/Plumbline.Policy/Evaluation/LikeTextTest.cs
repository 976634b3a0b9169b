using System.Text;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary><c>like</c> and <c>notLike</c> with a plain pattern.</summary>
internal sealed class LikeTextTest(Operator used, TextValue target) : TextTest(used, target, used == Operator.NotLike)
{
    private const int Longest = 512;

    private readonly byte[] pattern = Bytes(new TextValue(target.Value.ToLowerInvariant()));

    protected override bool HoldsText(ReadOnlySpan<byte> text)
    {
        Span<byte> lower = text.Length <= Longest ? stackalloc byte[text.Length] : new byte[text.Length];
        Ascii.ToLower(text, lower, out _);
        return Glob.Matches(lower, pattern, (byte)'*');
    }
}
