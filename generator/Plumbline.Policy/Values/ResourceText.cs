using System.Text;
using System.Text.Json;
using Newtonsoft.Json;

namespace Plumbline.Policy.Values;

/// <summary>Decodes the strings of JSON text. Total: half a surrogate pair or bytes that are no UTF-8 become U+FFFD.</summary>
internal static class ResourceText
{
    /// <summary>The value of a string.</summary>
    /// <param name="utf8">What stands between the quotes.</param>
    /// <param name="isEscaped">Whether there are escapes in it.</param>
    public static string Decode(ReadOnlySpan<byte> utf8, bool isEscaped) => isEscaped ? Unescape(utf8) : Encoding.UTF8.GetString(utf8);

    private static string Unescape(ReadOnlySpan<byte> utf8)
    {
        var quoted = new byte[utf8.Length + 2];
        quoted[0] = quoted[^1] = (byte)'"';
        utf8.CopyTo(quoted.AsSpan(1));
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate escape is legal JSON that System.Text.Json refuses to decode; Newtonsoft.Json puts U+FFFD instead.
            using var lenient = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(quoted)));
            return lenient.ReadAsString() ?? "";
        }
    }
}
