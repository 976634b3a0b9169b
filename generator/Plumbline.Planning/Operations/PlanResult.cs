using System.Collections.Immutable;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Operations;

/// <summary>A plan, or why there is none.</summary>
/// <param name="Plan">The plan; null when what is declared cannot be deployed. A plan that a guard refuses is there, with <see cref="DeploymentPlan.Refusals"/>.</param>
/// <param name="Diagnostics">Everything there is to say; the refusals of guards are not errors here.</param>
/// <param name="Refusals">What the guards have against the plan.</param>
public sealed record PlanResult(DeploymentPlan? Plan, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Diagnostic> Refusals);
