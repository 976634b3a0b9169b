using System.Collections.Immutable;
using Plumbline.Generation.Yaml;

namespace Plumbline.Generation.Catalog;

/// <summary>A control of the baseline, with the service's features under it.</summary>
/// <param name="Id">Such as <c>NS-1</c>.</param>
/// <param name="Domain">The compliance domain, such as <c>Network security</c>.</param>
public sealed record Control(string Id, string Title, string Domain, ImmutableArray<Feature> Features, YamlMapping Source);

/// <summary>A feature that only the mapping spreadsheet has, with the control it stands under there.</summary>
public sealed record UnpublishedFeature(string ControlId, string ControlTitle, string Domain, Feature Feature);
