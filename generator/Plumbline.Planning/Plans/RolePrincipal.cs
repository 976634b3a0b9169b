using System.Collections.Immutable;

namespace Plumbline.Planning.Plans;

/// <summary>The principal of a role assignment: the identity of an assignment, known only once that exists.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="PrincipalId">The object id where it is known when the plan is made, else null.</param>
/// <param name="RoleDefinitionId">The role.</param>
/// <param name="RoleName">What people call it, or null.</param>
/// <param name="Scope">Where.</param>
/// <param name="Because">The members whose effects need it, by reference id; or <c>declared</c>.</param>
public sealed record RolePrincipal(string AssignmentId, string? PrincipalId, string RoleDefinitionId, string? RoleName, string Scope, ImmutableArray<string> Because);
