using System.Collections.Immutable;
using System.Net;
using System.Text;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>The functions <c>dataUri</c> and <c>dataUriToString</c>.</summary>
internal static class DataUris
{
    private const string Scheme = "data:";
    private const string Charset = "charset=";

    public static PolicyValue Write(ImmutableArray<PolicyValue> arguments)
    {
        if (ValueKinds.ToText(arguments[0]) is not { } content) return EvaluationLimits.TooLong("dataUri");
        var type = arguments[0] is TextValue ? "text/plain" : "application/json";
        return new TextValue($"{Scheme}{type};charset=utf8;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}");
    }

    public static PolicyValue Read(ImmutableArray<PolicyValue> arguments)
    {
        var text = ValueKinds.Text(arguments[0]);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return new FailedValue($"dataUriToString() takes a text that starts with 'data:' and has a comma as argument 1, not {ValueDescription.Of(arguments[0])}");
        var tokens = text[Scheme.Length..comma].Split(';');
        if (tokens.Length > 1 && ForeignCharset(tokens[1]) is { } charset)
            return new FailedValue($"dataUriToString() reads only UTF-8; the charset of argument 1 is {ValueDescription.Quote(charset)}");
        var content = new TextValue(text[(comma + 1)..]);
        return tokens.Length > 1 && string.Equals(tokens[^1], "base64", StringComparison.OrdinalIgnoreCase)
            ? EncodingFunctions.Decode("dataUriToString", content)
            : new TextValue(WebUtility.UrlDecode(content.Value));
    }

    // dataUri() itself writes utf8, which is no registered name; both spellings are read.
    private static string? ForeignCharset(string token)
    {
        if (!token.StartsWith(Charset, StringComparison.OrdinalIgnoreCase)) return null;
        var charset = token[Charset.Length..];
        return charset.ToUpperInvariant() is "UTF-8" or "UTF8" ? null : charset;
    }
}
