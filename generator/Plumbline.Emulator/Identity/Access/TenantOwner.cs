using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>Who may use the emulator's own <c>/emulator/...</c>: what they show and change is nobody else's.</summary>
internal static class TenantOwner
{
    // Owner, in every Azure tenant.
    private const string OwnerRole = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

    /// <summary>Whether the principal is Owner of the whole tenant.</summary>
    public static bool Is(Caller caller, ArmState state) => AccessIndex.Of(state).HoldsRole(caller.ObjectId, OwnerRole, null);
}
