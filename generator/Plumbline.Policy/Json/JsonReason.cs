using System.Globalization;
using System.Text.Json;

namespace Plumbline.Policy.Json;

/// <summary>Why a text is not JSON, as the end of a sentence.</summary>
internal static class JsonReason
{
    /// <summary>The reason that System.Text.Json gives, without its place.</summary>
    /// <param name="exception">What the reader threw.</param>
    /// <param name="maximumDepth">How deep the reader allows values to be nested.</param>
    public static string Of(JsonException exception, int maximumDepth)
    {
        var reason = exception.Message.Split(" LineNumber:")[0].TrimEnd('.');
        if (reason.StartsWith("The maximum configured depth", StringComparison.Ordinal))
            return string.Create(CultureInfo.InvariantCulture, $"it is nested deeper than {maximumDepth} levels");
        if (reason.StartsWith("The input does not contain any JSON tokens", StringComparison.Ordinal)) return "the text is empty";
        return reason.ReplaceLineEndings(" ");
    }
}
