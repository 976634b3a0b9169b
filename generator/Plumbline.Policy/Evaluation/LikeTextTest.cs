using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary><c>like</c> and <c>notLike</c> with a plain pattern.</summary>
internal sealed class LikeTextTest(Operator used, TextValue target) : TextTest(used, target, used == Operator.NotLike)
{
    private readonly byte[] pattern = Bytes(new TextValue(target.Value.ToLowerInvariant()));

    // Greedy with one point to return to, so that many stars stay linear in practice and quadratic at worst.
    protected override bool HoldsText(ReadOnlySpan<byte> text)
    {
        var (at, wanted, star, resume) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (wanted < pattern.Length && pattern[wanted] == '*') (star, resume, wanted) = (wanted, at, wanted + 1);
            else if (wanted < pattern.Length && pattern[wanted] == Lower(text[at])) (at, wanted) = (at + 1, wanted + 1);
            else if (star >= 0) (resume, at, wanted) = (resume + 1, resume + 1, star + 1);
            else return false;
        }

        return pattern.AsSpan(wanted).TrimStart((byte)'*').IsEmpty;
    }

    private static byte Lower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;
}
