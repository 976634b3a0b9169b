using System.Collections.Immutable;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Manifests of data-plane modes. The emulator evaluates none of these modes, so it has none.</summary>
internal static class DataPolicyManifestRoutes
{
    private const string Type = "Microsoft.Authorization/dataPolicyManifests";

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", $"/providers/{Type}", Type, (_, request) => Paging.Page<string>(request, [], name => name)),
        new("GET", $"/providers/{Type}/{{mode}}", Type, (_, request) =>
            new ArmError(404, "DataPolicyManifestNotFound", $"The data policy manifest of the policy mode '{request["mode"]}' could not be found.")),
    ];
}
