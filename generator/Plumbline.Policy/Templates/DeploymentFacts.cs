using Plumbline.Policy.Values;

namespace Plumbline.Policy.Templates;

/// <summary>What a template may ask about its deployment.</summary>
/// <param name="Name">The deployment's name.</param>
/// <param name="Location">Its region; null at a resource group.</param>
/// <param name="Mode"><c>Incremental</c> or <c>Complete</c>.</param>
/// <param name="Now">What <c>utcNow()</c> answers.</param>
/// <param name="Seed">What <c>newGuid()</c> is made of; differs between deployments.</param>
/// <param name="PrincipalId">The object id of whoever deploys.</param>
/// <param name="Environment">What <c>environment()</c> answers.</param>
public sealed record DeploymentFacts(string Name, string? Location, string Mode, DateTimeOffset Now, string Seed, string PrincipalId, ObjectValue Environment);
