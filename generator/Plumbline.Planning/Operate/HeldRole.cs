namespace Plumbline.Planning.Operate;

/// <summary>A role that a principal has.</summary>
/// <param name="PrincipalId">The object id of the principal.</param>
/// <param name="RoleDefinitionId">The role, with or without scope in its id.</param>
/// <param name="Scope">Where; <c>/</c> for the whole tenant.</param>
public sealed record HeldRole(string PrincipalId, string RoleDefinitionId, string Scope);
