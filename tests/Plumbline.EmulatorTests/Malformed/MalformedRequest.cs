using System.Collections.Immutable;
using System.Text;

namespace Plumbline.EmulatorTests.Malformed;

/// <summary>A request that is sent byte by byte, past all that a client library would mend.</summary>
/// <param name="Name">Unique, and stable: the pinned file is sorted by it.</param>
/// <param name="Target">Path and query as they stand in the request line.</param>
/// <param name="Body">The bytes of the body; null for none.</param>
/// <param name="Headers">In place of the usual ones of the same name; an empty value leaves the header out.</param>
public sealed record MalformedRequest(
    string Name, string Method, string Target, ReadOnlyMemory<byte>? Body = null, ImmutableArray<(string Name, string Value)> Headers = default)
{
    /// <summary>The same with a text as body.</summary>
    public MalformedRequest With(string body) => this with { Body = Encoding.UTF8.GetBytes(body) };

    /// <summary>The whole request.</summary>
    public byte[] ToBytes(string host, string token)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = host,
            ["Authorization"] = "Bearer " + token,
            ["Connection"] = "close",
        };
        if (Body is { } content)
        {
            headers["Content-Type"] = "application/json";
            headers["Content-Length"] = content.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in Headers.IsDefault ? [] : Headers) headers[name] = value;
        var head = $"{Method} {Target} HTTP/1.1\r\n" + string.Concat(headers.Where(header => header.Value.Length > 0).Select(header => $"{header.Key}: {header.Value}\r\n")) + "\r\n";
        return [.. Encoding.UTF8.GetBytes(head), .. Body?.ToArray() ?? []];
    }
}
