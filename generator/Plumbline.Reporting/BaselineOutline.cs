using System.Collections.Immutable;

namespace Plumbline.Reporting;

/// <summary>What a report needs to know of a baseline: every control, every feature and the policies that answer for it.</summary>
/// <param name="Service">The service, such as <c>Azure Container Apps</c>.</param>
/// <param name="Benchmark">The benchmark with its version, such as <c>Microsoft cloud security benchmark 1.0</c>.</param>
/// <param name="SecurityProfile">The published security profile, in the published order.</param>
/// <param name="Controls">The controls, in the published order.</param>
/// <param name="NotApplicable">The features the benchmark excludes for the service; no policy answers for them.</param>
public sealed record BaselineOutline(
    string Service,
    string Benchmark,
    ImmutableArray<(string Attribute, string Value)> SecurityProfile,
    ImmutableArray<ControlOutline> Controls,
    ImmutableArray<FeatureOutline> NotApplicable);
