using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Deploying;

/// <summary>A plan with the state it was made from.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Live">What was there.</param>
/// <param name="Refusals">What the guards have against it.</param>
internal sealed record MadePlan(DeploymentPlan Plan, LiveState Live, ImmutableArray<Diagnostic> Refusals);
