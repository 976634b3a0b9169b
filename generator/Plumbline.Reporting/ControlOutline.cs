using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>A control of the benchmark, with the features the service's baseline lists under it.</summary>
/// <param name="Id">The identifier, such as <c>NS-2</c>.</param>
/// <param name="Title">The published title.</param>
/// <param name="Domain">The control domain, such as <c>Network security</c>.</param>
/// <param name="Features">The features, in the published order; at least one.</param>
public sealed record ControlOutline(string Id, string Title, string Domain, ImmutableArray<FeatureOutline> Features);
