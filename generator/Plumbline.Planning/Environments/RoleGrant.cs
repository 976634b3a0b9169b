using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Environments;

/// <summary>A role that an assignment's identity gets at a scope, whatever its policies need.</summary>
/// <param name="RoleDefinitionId">The resource id of the role definition.</param>
/// <param name="Scope">Where.</param>
/// <param name="At">Where it is declared.</param>
public sealed record RoleGrant(string RoleDefinitionId, string Scope, SourceLocation At);
