using System.Collections.Immutable;
using System.Net;
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
        new("base64", [Text | Null], arguments => new TextValue(Convert.ToBase64String(Utf8.GetBytes(ValueKinds.ScalarText(arguments[0]))))),
        new("base64ToString", [Text], arguments => Decode("base64ToString", arguments[0])),
        new("base64ToJson", [Text], Base64ToJson),
        new("uri", [Text, Text], AbsoluteUri),
        new("uriComponent", [Text], arguments => new TextValue(Uri.EscapeDataString(ValueKinds.Text(arguments[0])))),
        new("uriComponentToString", [Text], arguments => new TextValue(WebUtility.UrlDecode(ValueKinds.Text(arguments[0])))),
        new("dataUri", [Any], DataUris.Write),
        new("dataUriToString", [Text], DataUris.Read),
        new("guid", [Text], arguments => new TextValue(NamedGuid(Joined(arguments)))) { Repeats = true },
        new("uniqueString", [Text], arguments => new TextValue(UniqueString.Of(Joined(arguments)))) { Repeats = true },
    ];

    /// <summary>Base64 of UTF-8 as text, or the failure of <paramref name="function"/>.</summary>
    public static PolicyValue Decode(string function, PolicyValue argument)
    {
        var text = ValueKinds.Text(argument);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? new TextValue(Utf8.GetString(bytes, 0, length))
            : new FailedValue($"{function}() takes padded base64 as argument 1, not {ValueDescription.Of(argument)}");
    }

    private static string Joined(ImmutableArray<PolicyValue> arguments) => string.Join("-", arguments.Select(ValueKinds.Text));

    private static PolicyValue Base64ToJson(ImmutableArray<PolicyValue> arguments)
    {
        if (Decode("base64ToJson", arguments[0]) is not TextValue text) return Decode("base64ToJson", arguments[0]);
        return JsonText.Read(text.Value, "base64ToJson") is var value && value is NullValue
            ? new FailedValue("base64ToJson() takes the JSON of anything but null as argument 1")
            : value;
    }

    private static PolicyValue AbsoluteUri(ImmutableArray<PolicyValue> arguments)
    {
        var (root, relative) = (ValueKinds.Text(arguments[0]), ValueKinds.Text(arguments[1]));
        if (!Uri.IsWellFormedUriString(root, UriKind.Absolute) || !Uri.TryCreate(root, UriKind.Absolute, out var absolute))
            return new FailedValue($"uri() takes a well-formed absolute URI as argument 1, not {ValueDescription.Of(arguments[0])}");
        return Uri.TryCreate(absolute, relative, out var result)
            ? new TextValue(result.AbsoluteUri)
            : new FailedValue($"uri() cannot resolve argument 2, {ValueDescription.Of(arguments[1])}, against {ValueDescription.Quote(root)}");
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
