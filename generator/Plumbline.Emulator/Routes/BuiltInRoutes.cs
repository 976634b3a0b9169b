using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>The tenant's built-in policy definitions and initiatives, read-only.</summary>
internal static class BuiltInRoutes
{
    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        .. Of(ResourceTypes.PolicyDefinition, AuthoringErrors.DefinitionNotFound),
        .. Of(ResourceTypes.PolicySetDefinition, AuthoringErrors.SetDefinitionNotFound),
    ];

    private static IEnumerable<Route> Of(string type, Func<string, ArmError> notFound) =>
    [
        new("GET", $"/providers/{type}", type, (state, request) =>
            Paging.Page(request, [.. state.OfType(type).Where(resource => ResourceTypes.IsBuiltIn(resource.Id))], resource => PolicyObjectDocument.Shape(resource, request.ApiVersion))),
        new("GET", $"/providers/{type}/{{name}}", type, (state, request) => state.Find(request.Path) is { } found
            ? new ArmResponse(200, PolicyObjectDocument.Shape(found, request.ApiVersion))
            : notFound(request["name"])),
    ];
}
