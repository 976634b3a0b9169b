using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>A role that a principal holds.</summary>
/// <param name="Assignment">The role assignment that says so.</param>
/// <param name="Scope">Where; <c>/</c> is the tenant.</param>
/// <param name="Role">Which.</param>
internal sealed record GrantedRole(StoredResource Assignment, string Scope, RoleDefinition Role);
