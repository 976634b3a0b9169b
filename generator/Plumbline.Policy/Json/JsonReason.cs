using System.Globalization;
using System.Text.Json;

namespace Plumbline.Policy.Json;

/// <summary>Why a text is not JSON, as the end of a sentence.</summary>
internal static class JsonReason
{
    /// <summary>The reason that System.Text.Json gives, without its place.</summary>
    /// <param name="exception">What the reader threw.</param>
    /// <param name="depthReached">The limit of nesting when the reader stood at it, else null.</param>
    public static string Of(JsonException exception, int? depthReached)
    {
        var reason = exception.Message.Split(" LineNumber:")[0].TrimEnd('.');
        if (depthReached is { } limit && reason.Contains("depth", StringComparison.Ordinal))
            return string.Create(CultureInfo.InvariantCulture, $"it is nested deeper than {limit} levels");
        if (reason.StartsWith("The input does not contain any JSON tokens", StringComparison.Ordinal)) return "the text is empty";
        return reason.ReplaceLineEndings(" ");
    }
}
