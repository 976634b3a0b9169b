using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph;

/// <summary>The <c>$skipToken</c>: where the next page of a query starts. It belongs to one query.</summary>
internal static class SkipToken
{
    /// <summary>The token of the page that starts at <paramref name="skip"/>.</summary>
    public static string Write(string query, int skip) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"query":"{{Hash(query)}}","skip":{{skip}}}""")));

    /// <summary>Where the page starts; 0 without a token, or with one that <paramref name="error"/> tells about.</summary>
    public static int Read(JsonNode? token, string query, ref string? error)
    {
        if (token is null) return 0;
        var text = token.GetValueKind() == JsonValueKind.String ? token.GetValue<string>() : string.Empty;
        var bytes = new byte[text.Length];
        var isToken = Convert.TryFromBase64String(text, bytes, out var length);
        var bag = isToken ? KqlJson.TryParse(Encoding.UTF8.GetString(bytes, 0, length)) as KqlBag : null;
        if (bag?["query"] is KqlText hash && hash.Value == Hash(query) && bag["skip"] is KqlLong { Value: >= 0 and <= int.MaxValue } skip) return (int)skip.Value;
        error ??= "The value of '$skipToken' was not made for this query.";
        return 0;
    }

    private static string Hash(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 8));
}
