namespace Plumbline.Planning.Environments;

/// <summary>The identity of an assignment.</summary>
/// <param name="UserAssignedId">The resource id of a user-assigned identity; null for a system-assigned one.</param>
/// <param name="Location">The region of the assignment, which an identity needs.</param>
public sealed record IdentityDeclaration(string? UserAssignedId, string Location)
{
    /// <summary>The object id of the user-assigned identity's principal, which its roles are given to; null when its roles are managed elsewhere.</summary>
    public string? PrincipalId { get; init; }
}
