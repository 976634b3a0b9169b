using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plumbline.Scan.Terraform;

/// <summary>What the configuration in a plan says an attribute refers to: the way to a resource whose id is known only after the apply.</summary>
/// <param name="configuration">The plan's <c>configuration</c>.</param>
internal sealed partial class PlanReferences(JsonElement configuration)
{
    /// <summary>The address, without instance keys, of the resource that an attribute refers to; null when the configuration does not say.</summary>
    /// <param name="address">The address of the resource that has the attribute.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="type">The type that is referred to.</param>
    public string? Target(string address, string attribute, string type)
    {
        var segments = WithoutKeys(address).Split('.');
        var module = Member(configuration, "root_module");
        var at = 0;
        for (; at + 1 < segments.Length && segments[at] == "module"; at += 2) module = Member(Member(Member(module, "module_calls"), segments[at + 1]), "module");
        var own = string.Join('.', segments[at..]);
        var prefix = string.Concat(segments[..at].Select(segment => segment + "."));
        return Items(module, "resources").Where(resource => Text(resource, "address") == own)
            .SelectMany(resource => Items(Member(Member(resource, "expressions"), attribute), "references"))
            .Select(reference => reference.GetString() ?? "").Where(reference => reference.StartsWith(type + ".", StringComparison.Ordinal))
            .Select(reference => prefix + string.Join('.', WithoutKeys(reference).Split('.')[..2])).FirstOrDefault();
    }

    /// <summary>An address without the keys of instances: <c>a.b["x"]</c> is <c>a.b</c>.</summary>
    public static string WithoutKeys(string address) => Key().Replace(address, "");

    private static JsonElement Member(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    [GeneratedRegex("\\[(\"[^\"]*\"|[^\\]\"]*)\\]")]
    private static partial Regex Key();
}
