using System.Collections.Immutable;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Says whether the identity of an assignment may do what a policy asks of it.</summary>
internal interface IRoleChecker
{
    /// <summary>Whether a principal may act.</summary>
    /// <param name="state">The state.</param>
    /// <param name="principalId">Its object id.</param>
    /// <param name="roles">The roles (<c>roleDefinitionIds</c>) that the policy names: holding all of them is enough.</param>
    /// <param name="action">The action; a role that allows it is enough too.</param>
    /// <param name="scope">Where.</param>
    bool IsAllowed(ArmState state, string principalId, ImmutableArray<string> roles, string action, ResourceId scope);
}
