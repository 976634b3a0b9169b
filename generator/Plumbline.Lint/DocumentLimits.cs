using System.Collections.Immutable;
using System.Text;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Lint;

/// <summary>Finds what Azure Resource Manager would refuse in a policy document: the documented limits.</summary>
public static class DocumentLimits
{
    // Azure Policy documentation, "Maximum count of Azure Policy objects" and "Azure Policy definition structure"; the body limit is ARM's.
    private const int MaximumBytes = 1_048_576;

    private static readonly Limit Name = new("name", "characters of name", 64);

    private static readonly ImmutableArray<Limit> Definition =
    [
        new("displayName", "characters of displayName", 128),
        new("description", "characters of description", 512),
        new("parameters", "parameters", 20),
    ];

    private static readonly ImmutableArray<Limit> Initiative =
    [
        new("displayName", "characters of displayName", 128),
        new("description", "characters of description", 512),
        new("parameters", "parameters", 400),
        new("policyDefinitions", "policies", 1000),
    ];

    /// <summary>Everything found in <paramref name="source"/>, a definition or initiative; what is wrong with its JSON comes alone.</summary>
    public static ImmutableArray<Diagnostic> Check(SourceText source)
    {
        var parsed = PositionedJson.Parse(source);
        return parsed.Value is { } document ? [.. OutsideTheRule(source, document), .. RuleLimits.Check(source, document)] : parsed.Diagnostics;
    }

    /// <summary>Everything but the limits of the rule, which the parser checks too.</summary>
    /// <param name="source">The text.</param>
    /// <param name="document">The document in it: a resource, or its properties alone.</param>
    internal static IEnumerable<Diagnostic> OutsideTheRule(SourceText source, JObject document)
    {
        var properties = document["properties"] as JObject ?? document;
        var limits = properties["policyDefinitions"] is null ? Definition : Initiative;
        return
        [
            .. limits.SelectMany(limit => Exceeded(source, properties, limit)),
            .. Exceeded(source, document, Name),
            .. Metadata(source, properties),
            .. Over(new SourceLocation(source.File), "bytes", Encoding.UTF8.GetByteCount(source.Text), MaximumBytes),
        ];
    }

    internal static IEnumerable<Diagnostic> Over(SourceLocation at, string what, int count, int maximum)
    {
        if (count > maximum) yield return DiagnosticCatalog.LimitExceeded(at, what, count, maximum);
    }

    private static IEnumerable<Diagnostic> Exceeded(SourceText source, JObject document, Limit limit) => document[limit.Key] switch
    {
        JValue { Value: string text } value => Over(PositionedJson.LocationOf(source.File, value), limit.What, text.Length, limit.Maximum),
        JContainer container => Over(PositionedJson.LocationOf(source.File, container), limit.What, container.Count, limit.Maximum),
        _ => [],
    };

    private static IEnumerable<Diagnostic> Metadata(SourceText source, JObject document) =>
        document["metadata"] is JContainer metadata
            ? metadata.Descendants().OfType<JValue>().SelectMany(value =>
                value.Value is string text ? Over(PositionedJson.LocationOf(source.File, value), "characters of a metadata property", text.Length, 1024) : [])
            : [];

    private sealed record Limit(string Key, string What, int Maximum);
}
