using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Json;

/// <summary>
/// JSON as Azure Resource Manager reads templates: comments, names without quotes, texts in single quotes and texts over several lines are allowed.
/// </summary>
public static class LenientJson
{
    private static readonly JsonLoadSettings Settings = new() { CommentHandling = CommentHandling.Ignore, DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };

    /// <summary>The same document as strict JSON on one line; null when the text is none even so.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximumDepth">How deep it may nest.</param>
    public static string? ToStrict(string text, int maximumDepth)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = maximumDepth };
        try
        {
            var token = JToken.ReadFrom(reader, Settings);
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment) return null;
            }

            return token.ToString(Formatting.None);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
