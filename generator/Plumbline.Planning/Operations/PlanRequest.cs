using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Operations;

/// <summary>Everything a plan is made from.</summary>
/// <param name="Environment">What is declared.</param>
/// <param name="Documents">The committed documents.</param>
/// <param name="Live">What is there.</param>
/// <param name="Choices">What is asked for beyond.</param>
/// <param name="Header">Who makes it and when.</param>
public sealed record PlanRequest(DeploymentEnvironment Environment, PolicyDocuments Documents, LiveState Live, PlanChoices Choices, PlanHeader Header);
