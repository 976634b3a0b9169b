using System.Collections.Immutable;
using Plumbline.Emulator.Faults;
using Plumbline.Emulator.Identity.Access;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The fault plan and the log of requests, for the emulator's owner alone.</summary>
internal sealed class ControlRoutes(ControlEndpoint control)
{
    private const string Faults = "/emulator/faults";

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("GET", Faults, Route.WithoutVersion, (state, request) => Owned(state, request, control.Show)),
        new("PUT", Faults, Route.WithoutVersion, (state, request) => Owned(state, request, () => control.Follow(request.Body))),
        new("DELETE", Faults, Route.WithoutVersion, (state, request) => Owned(state, request, control.Stop)),
        new("GET", "/emulator/log", Route.WithoutVersion, (state, request) => Owned(state, request, () => control.Log(request))),
    ];

    private static Outcome Owned(ArmState state, ArmRequest request, Func<ArmResponse> answer) => TenantOwner.Is(request.Caller, state) ? answer() : FaultErrors.OwnerOnly();
}
