using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions that encode, decode and hash text.</summary>
internal static class EncodingFunctions
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // The name space in which ARM makes its version 5 identifiers.
    private static readonly Guid GuidNamespace = new("11fb06fb-712d-4ddd-98c7-e71bbd588830");

    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("base64", [Text | Null], arguments => new TextValue(Convert.ToBase64String(Utf8.GetBytes(ValueKinds.ToText(arguments[0]))))),
        new("base64ToString", [Text], arguments => Decode(ValueKinds.Text(arguments[0]), text => new TextValue(text))),
        new("base64ToJson", [Text], arguments => Decode(ValueKinds.Text(arguments[0]), JsonNotNull)),
        new("uri", [Text, Text], Uri),
        new("uriComponent", [Text], arguments => new TextValue(System.Uri.EscapeDataString(ValueKinds.Text(arguments[0])))),
        new("uriComponentToString", [Text], arguments => new TextValue(UrlDecode(ValueKinds.Text(arguments[0])))),
        new("dataUri", [Any], DataUri),
        new("dataUriToString", [Text], DataUriToString),
        new("guid", [Text], arguments => new TextValue(NamedGuid(Joined(arguments)))) { Repeats = true },
        new("uniqueString", [Text], arguments => new TextValue(UniqueString.Of(Joined(arguments)))) { Repeats = true },
    ];

    private static string Joined(ImmutableArray<PolicyValue> arguments) => string.Join("-", arguments.Select(ValueKinds.Text));

    private static PolicyValue Decode(string text, Func<string, PolicyValue> use)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? use(Utf8.GetString(bytes, 0, length))
            : new FailedValue($"'{text}' is not base64");
    }

    private static PolicyValue JsonNotNull(string text) =>
        ConversionFunctions.ParseJson(text) is var value && value is NullValue ? new FailedValue("base64ToJson() cannot answer null") : value;

    private static string UrlDecode(string text) => System.Uri.UnescapeDataString(text.Replace('+', ' '));

    private static PolicyValue Uri(ImmutableArray<PolicyValue> arguments)
    {
        var address = ValueKinds.Text(arguments[0]);
        return System.Uri.TryCreate(address, UriKind.Absolute, out var root) && System.Uri.TryCreate(root, ValueKinds.Text(arguments[1]), out var result)
            ? new TextValue(result.AbsoluteUri)
            : new FailedValue($"uri() needs an absolute URI as the base, not '{address}'");
    }

    private static TextValue DataUri(ImmutableArray<PolicyValue> arguments)
    {
        var type = arguments[0] is TextValue ? "text/plain" : "application/json";
        return new($"data:{type};charset=utf8;base64,{Convert.ToBase64String(Utf8.GetBytes(ValueKinds.ToText(arguments[0])))}");
    }

    private static PolicyValue DataUriToString(ImmutableArray<PolicyValue> arguments)
    {
        var text = ValueKinds.Text(arguments[0]);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !text.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return new FailedValue($"'{text}' is not a data URI");
        var header = text["data:".Length..comma].Split(';');
        var charset = header.FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?["charset=".Length..] ?? "utf-8";
        if (charset.ToUpperInvariant() is not ("UTF-8" or "UTF8")) return new FailedValue($"dataUriToString() reads only UTF-8, not '{charset}'");
        var content = text[(comma + 1)..];
        return string.Equals(header[^1], "base64", StringComparison.OrdinalIgnoreCase)
            ? Decode(content, decoded => new TextValue(decoded))
            : new TextValue(UrlDecode(content));
    }

    // RFC 4122 version 5.
    private static string NamedGuid(string name)
    {
        var input = GuidNamespace.ToByteArray(bigEndian: true).Concat(Utf8.GetBytes(name)).ToArray();
#pragma warning disable CA5350 // ARM's guid() is defined by SHA-1; nothing is protected by it.
        var hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
