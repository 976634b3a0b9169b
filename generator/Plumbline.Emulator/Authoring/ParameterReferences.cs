using System.Text.Json;
using System.Text.RegularExpressions;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Authoring;

/// <summary>Which parameters the expressions of a document read.</summary>
internal static partial class ParameterReferences
{
    /// <summary>The names in all <c>parameters('x')</c> of all template expressions at any depth, except inside a deployment's own template.</summary>
    public static IEnumerable<string> In(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => In(element.GetString() ?? string.Empty),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(In),
        JsonValueKind.Object => element.EnumerateObject().Where(IsOurs).SelectMany(property => In(property.Value)),
        _ => [],
    };

    /// <summary>The parameter that the whole value stands for (<c>[parameters('x')]</c>), or null.</summary>
    public static string? Whole(PolicyValue value) =>
        value is TextValue text && WholeReference().Match(text.Value) is { Success: true } match ? Unquoted(match) : null;

    /// <summary>Whether the value is a template expression.</summary>
    public static bool IsExpression(PolicyValue value) => value is TextValue text && IsExpression(text.Value);

    // A text is an expression when it starts with one bracket; two are an escaped text.
    private static bool IsExpression(string text) => text.StartsWith('[') && !text.StartsWith("[[", StringComparison.Ordinal) && text.EndsWith(']');

    private static IEnumerable<string> In(string text) => IsExpression(text) ? Reference().Matches(text).Select(Unquoted) : [];

    // The template of a deployIfNotExists effect has parameters of its own.
    private static bool IsOurs(JsonProperty property) =>
        !(string.Equals(property.Name, "template", StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.Object);

    private static string Unquoted(Match match) => match.Groups["name"].Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"\bparameters\s*\(\s*'(?<name>(?:[^']|'')+)'\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\[\s*parameters\s*\(\s*'(?<name>(?:[^']|'')+)'\s*\)\s*\]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WholeReference();
}
