using System.Collections.Immutable;
using Plumbline.Emulator.Faults;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The fault plan and the log of requests, for the emulator's owner alone.</summary>
internal sealed class ControlRoutes(ControlEndpoint control)
{
    private const string Faults = "/emulator/faults";

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("GET", Faults, Route.WithoutVersion, (_, request) => Owned(request, control.Show)),
        new("PUT", Faults, Route.WithoutVersion, (_, request) => Owned(request, () => control.Follow(request.Body))),
        new("DELETE", Faults, Route.WithoutVersion, (_, request) => Owned(request, control.Stop)),
        new("GET", "/emulator/log", Route.WithoutVersion, (_, request) => Owned(request, () => control.Log(request))),
    ];

    private static Outcome Owned(ArmRequest request, Func<ArmResponse> answer) => request.Caller.ObjectId == Caller.Owner.ObjectId ? answer() : FaultErrors.OwnerOnly();
}
