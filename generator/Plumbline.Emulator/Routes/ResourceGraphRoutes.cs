using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.ResourceGraph;
using Plumbline.Emulator.ResourceGraph.Engine;
using Plumbline.Emulator.ResourceGraph.Tables;
using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Azure Resource Graph: queries over all that is stored.</summary>
internal static class ResourceGraphRoutes
{
    private const string Type = "Microsoft.ResourceGraph/resources";

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        new("POST", "/providers/Microsoft.ResourceGraph/resources", Type, Query),
        new("GET", "/providers/Microsoft.ResourceGraph/operations", Type, Operations),
    ];

    private static Outcome Query(ArmState state, ArmRequest request)
    {
        if (GraphRequestReader.Read(request.Body, request.ApiVersion, out var error) is not { } graph) return GraphErrors.InvalidPayload(request, error ?? string.Empty);
        ImmutableArray<ResourceId> scopes = [.. (graph.Scopes ?? []).Select(state.Find).OfType<StoredResource>().Select(resource => resource.Id).Distinct()];
        var access = new ReadAccess(state, request.Caller.ObjectId, scopes);
        if (graph.Scopes is not null && !scopes.Any(access.Concerns)) return GraphErrors.NoScope();
        var tables = new GraphTables(state, new GraphScope(state, scopes, graph.Filter, access));
        try
        {
            return new GraphAnswer(request, graph, new KqlEngine(tables, request.Now, CancellationToken.None)).Write();
        }
        catch (QueryLimitException limit)
        {
            return GraphErrors.InvalidPayload(request, limit.Message);
        }
    }

    private static Outcome Operations(ArmState state, ArmRequest request) => new ArmResponse(200, new JsonObject
    {
        ["value"] = new JsonArray(new JsonObject
        {
            ["name"] = "Microsoft.ResourceGraph/resources/read",
            ["display"] = new JsonObject
            {
                ["provider"] = "Microsoft Resource Graph",
                ["resource"] = "Resources",
                ["operation"] = "Query resources",
                ["description"] = "Submits a query on resources within specified subscriptions, management groups or tenant scope.",
            },
        }),
    });
}
