namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Whole words in a text: runs of letters and digits.</summary>
internal static class Terms
{
    /// <summary>Whether <paramref name="wanted"/> stands in the text with no letter or digit next to its ends that must be those of a word.</summary>
    public static bool Has(string text, string wanted, StringComparison comparison, bool atStart, bool atEnd)
    {
        if (wanted.Length == 0) return true;
        for (var index = text.IndexOf(wanted, comparison); index >= 0; index = index + 1 < text.Length ? text.IndexOf(wanted, index + 1, comparison) : -1)
        {
            var end = index + wanted.Length;
            var startsWord = !atStart || index == 0 || !char.IsLetterOrDigit(text[index - 1]) || !char.IsLetterOrDigit(wanted[0]);
            var endsWord = !atEnd || end >= text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(wanted[^1]);
            if (startsWord && endsWord) return true;
        }

        return false;
    }
}
