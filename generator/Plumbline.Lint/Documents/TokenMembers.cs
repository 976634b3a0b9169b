using Newtonsoft.Json.Linq;

namespace Plumbline.Lint.Documents;

/// <summary>Looks into JSON as Azure does: names in any case.</summary>
internal static class TokenMembers
{
    /// <summary>The value of a member of an object; null when the token is no object or has no such member.</summary>
    public static JToken? Member(this JToken token, string name) => (token as JObject)?.GetValue(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a member; null when there is none.</summary>
    public static string? Text(this JToken token, string name) => token.Member(name) is JValue { Value: string text } ? text : null;

    /// <summary>The properties of an object; none for any other token.</summary>
    public static IEnumerable<JProperty> Members(this JToken? token) => (token as JObject)?.Properties() ?? [];
}
