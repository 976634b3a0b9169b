using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Plumbline.Emulator.Wire;

/// <summary>The ETag of a stored document. The same document has the same tag, in every run.</summary>
internal static class EntityTag
{
    /// <summary>The tag with its quotes, a GUID made of the document's SHA-256.</summary>
    public static string Of(JsonElement document) =>
        $"\"{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(document.GetRawText())).AsSpan(0, 16))}\"";

    /// <summary>
    /// Whether a header such as <c>If-Match</c> names the tag: <c>*</c> names any, else it is a list of tags with commas between them.
    /// Tags may lack their quotes, as ARM allows; <c>W/</c> is not regarded.
    /// </summary>
    /// <param name="tag">The tag of what exists; null when nothing does.</param>
    public static bool IsNamedBy(string header, string? tag)
    {
        if (tag is null) return false;
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "*" || string.Equals(Bare(part), Bare(tag), StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static string Bare(string tag) => (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"');
}
