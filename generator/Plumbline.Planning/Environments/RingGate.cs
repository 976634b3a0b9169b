namespace Plumbline.Planning.Environments;

/// <summary>What has to be measured in a ring before the next one follows.</summary>
/// <param name="MaximumNonCompliant">How many resources may be non-compliant, or null.</param>
/// <param name="MaximumDenied">How many resources that exist would be denied at their next write, or null.</param>
/// <param name="MinimumCompliance">The least strict compliance in percent, or null.</param>
/// <param name="Soak">How long the ring has to have been current; zero for no time.</param>
public sealed record RingGate(int? MaximumNonCompliant, int? MaximumDenied, decimal? MinimumCompliance, TimeSpan Soak);
