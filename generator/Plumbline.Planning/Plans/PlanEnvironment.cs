namespace Plumbline.Planning.Plans;

/// <summary>The environment of a plan.</summary>
public sealed record PlanEnvironment(string Name, string Cloud, string? TenantId, string DefinitionScope, string OwnerId, string? Ring);
