using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The emulator's own view of itself: the whole state as one document.</summary>
internal static class StateRoutes
{
    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/emulator/state", Route.WithoutVersion, (state, _) => new ArmResponse(200)
        {
            WriteBodyAsync = (output, cancellation) => StateDocument.WriteAsync(output, state, cancellation),
        }),
    ];
}
