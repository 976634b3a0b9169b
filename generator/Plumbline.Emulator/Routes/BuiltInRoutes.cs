using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Routes;

/// <summary>The tenant's built-in policy definitions and initiatives, read-only.</summary>
internal static class BuiltInRoutes
{
    private static readonly ImmutableArray<string> Properties = ["policyType", "category"];

    private static readonly ODataSchema Schema = new("PolicyDefinition", Properties, []) { Types = Properties.ToImmutableDictionary(name => name, _ => ODataType.Text) };

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        .. Of(ResourceTypes.PolicyDefinition, AuthoringErrors.DefinitionNotFound),
        .. Of(ResourceTypes.PolicySetDefinition, AuthoringErrors.SetDefinitionNotFound),
    ];

    private static IEnumerable<Route> Of(string type, Func<string, ArmError> notFound) =>
    [
        new("GET", $"/providers/{type}", type, (state, request) =>
            List(state, request, state.OfType(type).Where(resource => ResourceTypes.IsBuiltIn(resource.Id)))),
        new("GET", $"/providers/{type}/{{name}}", type, (state, request) => state.Find(request.Path) is { } found
            ? new ArmResponse(200, PolicyObjectDocument.Shape(state, found, request))
            : notFound(request["name"])),
    ];

    private static Outcome List(ArmState state, ArmRequest request, IEnumerable<StoredResource> builtIns)
    {
        if (request.Query.TryGetValue("$filter", out var text))
        {
            if (FilterParser.Parse(text, Schema, out var error) is not { } filter) return ArmErrors.InvalidQuery(error ?? text);
            builtIns = builtIns.Where(resource => filter.Matches(Row(resource)));
        }

        return Paging.Page(request, [.. builtIns], resource => PolicyObjectDocument.Shape(state, resource, request));
    }

    private static ObjectValue Row(StoredResource resource) => PolicyValueReader.Object(
        ("policyType", new TextValue(resource.PropertyText("policyType") ?? string.Empty)),
        ("category", new TextValue(resource.Property("metadata")?.Text("category") ?? string.Empty)));
}
