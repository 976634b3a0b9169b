using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>Reads JSON as leniently as ARM does: bare names, comments, and anything after the first value. Dates stay text.</summary>
internal static class JsonText
{
    private static readonly JsonLoadSettings Settings = new() { CommentHandling = CommentHandling.Ignore, LineInfoHandling = LineInfoHandling.Ignore };

    /// <summary>The value, or a failure of <paramref name="function"/> that says where the text is wrong.</summary>
    public static PolicyValue Read(string text, string function)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = EvaluationLimits.MaximumDepth };
        try
        {
            var token = JToken.ReadFrom(reader, Settings);
            return Foreign(token) is { } foreign
                ? NotJson(text, function, $"it holds {foreign}")
                : PolicyValueReader.FromToken(token);
        }
        catch (JsonReaderException exception) when (reader.Depth >= EvaluationLimits.MaximumDepth)
        {
            return NotJson(text, function, $"it is nested deeper than {EvaluationLimits.MaximumDepth} levels, the limit of Azure Policy (line {exception.LineNumber})");
        }
        catch (JsonReaderException exception)
        {
            return NotJson(text, function, exception.LineNumber > 0 ? $"it ends or goes wrong at line {exception.LineNumber}, position {exception.LinePosition}" : "it holds no value");
        }
    }

    // What Newtonsoft.Json reads beyond JSON has no counterpart among the values of a rule.
    private static string? Foreign(JToken token)
    {
        if (token is not JContainer container) return ForeignName(token);
        return container.DescendantsAndSelf().Select(ForeignName).FirstOrDefault(name => name is not null);
    }

    private static string? ForeignName(JToken token) => token.Type switch
    {
        JTokenType.Constructor => "a constructor",
        JTokenType.Undefined => "undefined",
        JTokenType.Float when token is JValue { Value: double number } && !double.IsFinite(number) => "a number that is not finite",
        _ => null,
    };

    private static FailedValue NotJson(string text, string function, string why) =>
        new($"{function}() cannot read argument 1, {ValueDescription.Quote(text)}, as JSON: {why}");
}
