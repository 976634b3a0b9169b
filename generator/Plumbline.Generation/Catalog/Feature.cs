using System.Collections.Immutable;
using Plumbline.Generation.Yaml;

namespace Plumbline.Generation.Catalog;

/// <summary>A feature of the service as the baseline lists it: the texts and flags are the published ones.</summary>
/// <param name="Supported">As published: <c>True</c>, <c>False</c>, <c>Not Applicable</c> ...</param>
/// <param name="Provenance">The id of the source whose values these are.</param>
/// <param name="Groups">Further controls whose group this feature's policies join.</param>
public sealed record Feature(
    string Id,
    string Name,
    string Description,
    string Supported,
    string EnabledByDefault,
    string Responsibility,
    string? FeatureNotes,
    string ConfigurationGuidance,
    FeatureReference? Reference,
    string Provenance,
    ImmutableArray<string> Groups,
    Outcome Outcome,
    YamlMapping Source)
{
    /// <summary>Whether the baseline says the service supports the feature.</summary>
    public bool IsSupported => string.Equals(Supported, "True", StringComparison.Ordinal);
}

/// <summary>Where the published page sends the reader. The page shows titles only; not every link is known.</summary>
public sealed record FeatureReference(string Title, string? Url);
