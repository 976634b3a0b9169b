using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Syntax;

/// <summary>The kinds of JSON values, for messages.</summary>
internal static class JsonKind
{
    /// <summary>The kind with its article, such as <c>an array</c>.</summary>
    public static string Of(JToken token) => token.Type switch
    {
        JTokenType.Object => "an object",
        JTokenType.Array => "an array",
        JTokenType.Integer or JTokenType.Float => "a number",
        JTokenType.Boolean => "a boolean",
        JTokenType.Null => "null",
        _ => "a string",
    };
}
