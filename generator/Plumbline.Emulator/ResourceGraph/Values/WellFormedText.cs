using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Plumbline.Emulator.ResourceGraph.Values;

/// <summary>Queries can cut a character in two; JSON cannot hold the halves, and its library throws on them.</summary>
internal static class WellFormedText
{
    /// <summary>The text with U+FFFD in place of lone halves of a surrogate pair.</summary>
    public static string Of(string text) => IsWellFormed(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The text of a JSON string; as it is written when it escapes a lone half.</summary>
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText().Trim('"');
        }
    }

    /// <summary>Whether every surrogate has its other half.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != OperationStatus.Done) return false;
            text = text[consumed..];
        }

        return true;
    }
}
