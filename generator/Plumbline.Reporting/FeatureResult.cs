using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>The verdict on a feature. Compensating policies are listed but do not decide <paramref name="Status"/>.</summary>
/// <param name="Policies">In the order of the outline.</param>
public sealed record FeatureResult(FeatureOutline Feature, ControlStatus Status, ImmutableArray<PolicyResult> Policies);
