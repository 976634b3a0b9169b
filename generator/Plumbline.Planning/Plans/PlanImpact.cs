using System.Collections.Immutable;

namespace Plumbline.Planning.Plans;

/// <summary>What a change would mean for resources, computed by the engine.</summary>
/// <param name="Sources">What was evaluated, such as <c>repository templates (12 resources)</c>.</param>
/// <param name="Resources">How many resources were evaluated.</param>
/// <param name="Controls">One line a control, in ordinal order.</param>
/// <param name="Findings">The resources that change their state, worst first.</param>
public sealed record PlanImpact(ImmutableArray<string> Sources, int Resources, ImmutableArray<ControlImpact> Controls, ImmutableArray<ResourceImpact> Findings);
