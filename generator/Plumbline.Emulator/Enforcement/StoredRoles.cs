using System.Collections.Immutable;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Asks the role assignments in the store.</summary>
internal sealed class StoredRoles : IRoleChecker
{
    /// <inheritdoc/>
    public bool IsAllowed(ArmState state, string principalId, ImmutableArray<string> roles, string action, ResourceId scope)
    {
        var access = AccessIndex.Of(state);
        return (!roles.IsEmpty && roles.All(role => access.HoldsRole(principalId, role, scope))) || access.IsAllowed(principalId, action, scope);
    }
}
