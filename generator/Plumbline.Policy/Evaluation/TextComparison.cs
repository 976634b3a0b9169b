namespace Plumbline.Policy.Evaluation;

/// <summary>How the operators compare text: by Unicode's full case folding, without normalisation and without a culture.</summary>
internal static class TextComparison
{
    public static bool AreEqual(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase)) return true;
        if (PlainText.IsPlain(left) && PlainText.IsPlain(right)) return false;
        return string.Equals(CaseFolding.Fold(left), CaseFolding.Fold(right), StringComparison.Ordinal);
    }

    public static bool Contains(string text, string part)
    {
        if (text.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        if (PlainText.IsPlain(text) && PlainText.IsPlain(part)) return false;
        return CaseFolding.Fold(text).Contains(CaseFolding.Fold(part), StringComparison.Ordinal);
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

    /// <summary>Whether the text matches a pattern of as many characters (code points): <c>#</c> a digit, <c>?</c> a letter (both ASCII), <c>.</c> anything.</summary>
    public static bool IsMatch(string text, string pattern, bool ignoreCase)
    {
        var (tested, wanted) = ignoreCase ? (CaseFolding.Fold(text), CaseFolding.Fold(pattern)) : (text, pattern);
        var (characters, patterns) = (tested.EnumerateRunes(), wanted.EnumerateRunes());
        while (patterns.MoveNext())
        {
            if (!characters.MoveNext() || !IsMatch(characters.Current.Value, patterns.Current.Value)) return false;
        }

        return !characters.MoveNext();
    }

    private static bool IsMatch(int character, int pattern) => pattern switch
    {
        '#' => character is >= '0' and <= '9',
        '?' => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z',
        '.' => true,
        _ => character == pattern,
    };

    // Surrogates stand for code points above every other UTF-16 unit.
    private static int CodePointOrder(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
