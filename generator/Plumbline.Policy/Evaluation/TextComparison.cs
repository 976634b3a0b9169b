using System.Globalization;

namespace Plumbline.Policy.Evaluation;

/// <summary>How the operators compare text: ignoring case by the invariant culture, and by Unicode's full case folding where that finds more alike.</summary>
internal static class TextComparison
{
    private static readonly CompareInfo Invariant = CultureInfo.InvariantCulture.CompareInfo;

    public static bool AreEqual(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase)) return true;
        if (PlainText.IsPlain(left) && PlainText.IsPlain(right)) return false;
        return Invariant.Compare(left, right, CompareOptions.IgnoreCase) == 0 || string.Equals(CaseFolding.Fold(left), CaseFolding.Fold(right), StringComparison.Ordinal);
    }

    public static bool Contains(string text, string part)
    {
        if (text.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        if (PlainText.IsPlain(text) && PlainText.IsPlain(part)) return false;
        return Invariant.IndexOf(text, part, CompareOptions.IgnoreCase) >= 0 || CaseFolding.Fold(text).Contains(CaseFolding.Fold(part), StringComparison.Ordinal);
    }

    /// <summary>The order of the folded texts by code point. Not linguistic: <c>10</c> comes before <c>9</c>.</summary>
    public static int Compare(string left, string right)
    {
        var (first, second) = (CaseFolding.Fold(left), CaseFolding.Fold(right));
        var common = first.AsSpan().CommonPrefixLength(second);
        if (common == first.Length || common == second.Length) return first.Length.CompareTo(second.Length);
        return CodePointOrder(first[common]).CompareTo(CodePointOrder(second[common]));
    }

    /// <summary>Whether the text matches a pattern in which <c>*</c> stands for any run of characters.</summary>
    public static bool IsLike(string text, string pattern)
    {
        var (folded, wanted) = (CaseFolding.Fold(text), CaseFolding.Fold(pattern));
        return Glob.Matches(folded.AsSpan(), wanted.AsSpan(), '*');
    }

    /// <summary>Whether the text matches a pattern of the same length: <c>#</c> a digit, <c>?</c> a letter (both ASCII), <c>.</c> anything.</summary>
    public static bool IsMatch(string text, string pattern, bool ignoreCase)
    {
        var (tested, wanted) = ignoreCase ? (CaseFolding.Fold(text), CaseFolding.Fold(pattern)) : (text, pattern);
        if (tested.Length != wanted.Length) return false;
        for (var i = 0; i < tested.Length; i++)
        {
            var matches = wanted[i] switch
            {
                '#' => char.IsAsciiDigit(tested[i]),
                '?' => char.IsAsciiLetter(tested[i]),
                '.' => true,
                var literal => literal == tested[i],
            };
            if (!matches) return false;
        }

        return true;
    }

    // Surrogates stand for code points above every other UTF-16 unit.
    private static int CodePointOrder(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
