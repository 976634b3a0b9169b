using System.Buffers;
using System.Globalization;

namespace Plumbline.Policy.Functions;

/// <summary>Comparison by the invariant culture ignoring case, as most functions on text compare.</summary>
/// <remarks>Printable ASCII compares by the culture as it does ordinally, which is fast for every input; only other text goes to ICU.</remarks>
internal static class InvariantText
{
    private const CompareOptions IgnoreCase = CompareOptions.IgnoreCase;

    // ICU tries every position of the text with the whole needle. A search beyond this product of lengths could take minutes.
    private const long MaximumEffort = 1L << 26;

    private static readonly CompareInfo Invariant = CultureInfo.InvariantCulture.CompareInfo;

    private static readonly SearchValues<char> PrintableAscii =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    public static bool AreEqual(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase)) return true;
        return !(IsPlain(left) && IsPlain(right)) && Invariant.Compare(left, right, IgnoreCase) == 0;
    }

    public static bool StartsWith(string text, string part) => Invariant.IsPrefix(text, part, IgnoreCase);

    public static bool EndsWith(string text, string part) => IsPlain(text) && IsPlain(part)
        ? text.EndsWith(part, StringComparison.OrdinalIgnoreCase)
        : Invariant.IsSuffix(text, part, IgnoreCase);

    /// <summary>Whether a search of the one in the other ends in reasonable time whatever they hold.</summary>
    public static bool CanSearch(string text, string part) =>
        (long)text.Length * part.Length <= MaximumEffort || (IsPlain(text) && IsPlain(part));

    public static int IndexOf(string text, string part) => IsPlain(text) && IsPlain(part)
        ? text.ToUpperInvariant().IndexOf(part.ToUpperInvariant(), StringComparison.Ordinal)
        : Invariant.IndexOf(text, part, IgnoreCase);

    public static int LastIndexOf(string text, string part) => IsPlain(text) && IsPlain(part)
        ? text.ToUpperInvariant().LastIndexOf(part.ToUpperInvariant(), StringComparison.Ordinal)
        : Invariant.LastIndexOf(text, part, IgnoreCase);

    /// <summary>Where the part is found, in order and without overlap. A part without any weight in the culture is found nowhere.</summary>
    public static IEnumerable<(int Start, int Length)> Matches(string text, string part)
    {
        var isPlain = IsPlain(text) && IsPlain(part);
        var (searched, sought) = isPlain ? (text.ToUpperInvariant(), part.ToUpperInvariant()) : (text, part);
        for (var start = 0; start < text.Length;)
        {
            var length = sought.Length;
            var index = isPlain
                ? searched.AsSpan(start).IndexOf(sought, StringComparison.Ordinal)
                : Invariant.IndexOf(searched.AsSpan(start), sought, IgnoreCase, out length);
            if (index < 0 || length == 0) yield break;
            yield return (start + index, length);
            start += index + length;
        }
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(PrintableAscii);
}
