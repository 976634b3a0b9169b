using System.Collections.Immutable;

namespace Plumbline.Planning.Roles;

/// <summary>A role that the identity of an assignment needs.</summary>
/// <param name="RoleGuid">The GUID of the role definition.</param>
/// <param name="Scope">Where.</param>
/// <param name="Because">The members whose effects need it, in ordinal order; or <c>declared</c>.</param>
internal sealed record RoleNeed(string RoleGuid, string Scope, ImmutableArray<string> Because)
{
    /// <summary>The name of the role, else its GUID.</summary>
    public string Title => WellKnownRoles.NameOf(RoleGuid) ?? RoleGuid;
}
