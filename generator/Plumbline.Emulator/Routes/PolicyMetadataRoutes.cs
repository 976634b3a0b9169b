using System.Collections.Immutable;
using Plumbline.Emulator.Insights;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The controls that groups of initiatives point at; read-only. A list is slim.</summary>
internal static class PolicyMetadataRoutes
{
    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/providers/" + PolicyMetadata.Type, PolicyMetadata.Type, (_, request) => Paging.Page(request, PolicyMetadata.All, metadata => metadata.Document(isSlim: true))),
        new("GET", $"/providers/{PolicyMetadata.Type}/{{name}}", PolicyMetadata.Type, (_, request) => PolicyMetadata.Find(request["name"]) is { } metadata
            ? new ArmResponse(200, metadata.Document(isSlim: false))
            : InsightsErrors.MetadataNotFound(request["name"])),
    ];
}
