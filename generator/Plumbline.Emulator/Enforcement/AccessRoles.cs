using System.Collections.Immutable;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Tells the rights of identities from the role assignments of the state.</summary>
internal sealed class AccessRoles : IRoleChecker
{
    /// <inheritdoc/>
    public bool IsAllowed(ArmState state, string principalId, ImmutableArray<string> roles, string action, ResourceId scope)
    {
        var index = AccessIndex.Of(state);
        return (!roles.IsEmpty && roles.All(role => index.HoldsRole(principalId, role, scope))) || index.IsAllowed(principalId, action, scope);
    }
}
