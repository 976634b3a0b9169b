using System.Buffers;
using System.Globalization;

namespace Plumbline.Policy.Evaluation;

/// <summary>How the operators compare text: ignoring case by the invariant culture.</summary>
internal static class TextComparison
{
    private static readonly CompareInfo Invariant = CultureInfo.InvariantCulture.CompareInfo;

    // Among these the culture agrees with the ordinal comparison, which is much faster.
    private static readonly SearchValues<char> Printable =
        SearchValues.Create([.. Enumerable.Range(0x20, 0x7F - 0x20).Select(code => (char)code)]);

    public static bool AreEqual(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
        || ((!IsPrintable(left) || !IsPrintable(right)) && Invariant.Compare(left, right, CompareOptions.IgnoreCase) == 0);

    public static bool Contains(string text, string part) =>
        IsPrintable(text) && IsPrintable(part)
            ? text.Contains(part, StringComparison.OrdinalIgnoreCase)
            : Invariant.IndexOf(text, part, CompareOptions.IgnoreCase) >= 0;

    /// <summary>The order of the folded texts by code point. Not linguistic: <c>10</c> comes before <c>9</c>.</summary>
    public static int Compare(string left, string right)
    {
        var (first, second) = (left.ToLowerInvariant(), right.ToLowerInvariant());
        var common = first.AsSpan().CommonPrefixLength(second);
        if (common == first.Length || common == second.Length) return first.Length.CompareTo(second.Length);
        return CodePointOrder(first[common]).CompareTo(CodePointOrder(second[common]));
    }

    /// <summary>Whether the text matches a pattern in which <c>*</c> stands for any run of characters.</summary>
    public static bool IsLike(string text, string pattern)
    {
        // Greedy with one point to return to, so that many stars stay linear in practice and quadratic at worst.
        var (at, wanted, star, resume) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (wanted < pattern.Length && pattern[wanted] == '*') (star, resume, wanted) = (wanted, at, wanted + 1);
            else if (wanted < pattern.Length && Same(text[at], pattern[wanted])) (at, wanted) = (at + 1, wanted + 1);
            else if (star >= 0) (resume, at, wanted) = (resume + 1, resume + 1, star + 1);
            else return false;
        }

        return pattern.AsSpan(wanted).TrimStart('*').IsEmpty;
    }

    /// <summary>Whether the text matches a pattern of the same length: <c>#</c> a digit, <c>?</c> a letter (both ASCII), <c>.</c> anything.</summary>
    public static bool IsMatch(string text, string pattern, bool ignoreCase)
    {
        if (text.Length != pattern.Length) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var matches = pattern[i] switch
            {
                '#' => char.IsAsciiDigit(text[i]),
                '?' => char.IsAsciiLetter(text[i]),
                '.' => true,
                var literal => literal == text[i] || (ignoreCase && Same(literal, text[i])),
            };
            if (!matches) return false;
        }

        return true;
    }

    private static bool IsPrintable(string text) => !text.AsSpan().ContainsAnyExcept(Printable);

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);

    // Surrogates stand for code points above every other UTF-16 unit.
    private static int CodePointOrder(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
