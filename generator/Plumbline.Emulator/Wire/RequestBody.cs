using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Plumbline.Emulator.Wire;

/// <summary>The JSON object of a request. Everything that could fail later, when a member is looked at, is refused here.</summary>
internal static class RequestBody
{
    // More would only be there to cost memory: a thousand members of a thousand policies need a tenth of it.
    private const int MaxValues = 500_000;

    /// <summary>The object, or what is wrong with it.</summary>
    public static (JsonObject? Body, ArmError? Error) Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        if (!Utf8.IsValid(utf8)) return Refuse("The content is not UTF-8");
        try
        {
            if (Problem(utf8) is { } problem) return Refuse(problem);
            return JsonNode.Parse(utf8, documentOptions: Json.Strict) is JsonObject body ? (body, null) : Refuse("The content is not a JSON object");
        }
        catch (JsonException problem)
        {
            return Refuse(problem.Message.TrimEnd('.'));
        }
    }

    private static (JsonObject? Body, ArmError? Error) Refuse(string reason) => (null, ArmErrors.InvalidRequestContent(reason));

    // A half of a surrogate pair is valid JSON, but no text; a number may be valid JSON, but too large for any number type.
    private static string? Problem(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Json.MaxDepth });
        for (var values = 0; reader.Read(); values++)
        {
            if (values > MaxValues) return $"The content has more than {MaxValues} values";
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsText(ref reader))
                return $"The text at byte {reader.TokenStartIndex} has half of a surrogate pair";
            if (reader.TokenType == JsonTokenType.Number && (!reader.TryGetDouble(out var number) || double.IsInfinity(number)))
                return $"The number at byte {reader.TokenStartIndex} is too large";
        }

        return null;
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
