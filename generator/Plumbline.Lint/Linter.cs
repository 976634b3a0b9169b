using System.Collections.Immutable;
using System.Text;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Lint;

/// <summary>Finds what Azure Resource Manager would refuse in a policy document: the documented limits.</summary>
public static class Linter
{
    // Azure Policy documentation, "Maximum count of Azure Policy objects" and "Azure Policy definition structure"; the body limit is ARM's.
    private const int MaximumBytes = 1_048_576;

    private static readonly ImmutableArray<Limit> Definition =
    [
        new("properties.displayName", "characters of displayName", 128),
        new("properties.description", "characters of description", 512),
        new("properties.parameters", "parameters", 20),
        new("name", "characters of name", 64),
    ];

    private static readonly ImmutableArray<Limit> Initiative =
    [
        new("properties.displayName", "characters of displayName", 128),
        new("properties.description", "characters of description", 512),
        new("properties.parameters", "parameters", 400),
        new("properties.policyDefinitions", "policies", 1000),
        new("name", "characters of name", 64),
    ];

    /// <summary>Everything found in <paramref name="source"/>, a wrapped definition or initiative; what is wrong with its JSON comes alone.</summary>
    public static ImmutableArray<Diagnostic> Lint(SourceText source)
    {
        var parsed = PositionedJson.Parse(source);
        if (parsed.Value is not { } document) return parsed.Diagnostics;

        var limits = document.SelectToken("properties.policyDefinitions") is null ? Definition : Initiative;
        return
        [
            .. limits.SelectMany(limit => Exceeded(source, document, limit)),
            .. Metadata(source, document),
            .. RuleLimits.Check(source, document),
            .. Over(new SourceLocation(source.File), "bytes", Encoding.UTF8.GetByteCount(source.Text), MaximumBytes),
        ];
    }

    internal static IEnumerable<Diagnostic> Over(SourceLocation at, string what, int count, int maximum)
    {
        if (count > maximum) yield return DiagnosticCatalog.LimitExceeded(at, what, count, maximum);
    }

    private static IEnumerable<Diagnostic> Exceeded(SourceText source, JObject document, Limit limit) => document.SelectToken(limit.Path) switch
    {
        JValue { Value: string text } value => Over(PositionedJson.LocationOf(source.File, value), limit.What, text.Length, limit.Maximum),
        JContainer container => Over(PositionedJson.LocationOf(source.File, container), limit.What, container.Count, limit.Maximum),
        _ => [],
    };

    private static IEnumerable<Diagnostic> Metadata(SourceText source, JObject document) =>
        document.SelectToken("properties.metadata") is JContainer metadata
            ? metadata.Descendants().OfType<JValue>().SelectMany(value =>
                value.Value is string text ? Over(PositionedJson.LocationOf(source.File, value), "characters of a metadata property", text.Length, 1024) : [])
            : [];

    private sealed record Limit(string Path, string What, int Maximum);
}
