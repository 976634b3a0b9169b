using System.Collections.Immutable;
using Plumbline.Emulator.Faults;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The emulator's own view of itself: the whole state as one document.</summary>
internal static class StateRoutes
{
    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/emulator/state", Route.WithoutVersion, (state, request) => TenantOwner.Is(request.Caller, state)
            ? new ArmResponse(200) { WriteBodyAsync = (output, cancellation) => StateDocument.WriteAsync(output, state, cancellation) }
            : FaultErrors.OwnerOnly()),
    ];
}
