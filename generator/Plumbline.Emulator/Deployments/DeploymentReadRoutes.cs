using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>Operations on deployments that exist: get, list, delete, cancel, export, and their operations.</summary>
internal static class DeploymentReadRoutes
{
    private const string Type = DeploymentTypes.Deployment;
    private static readonly ODataSchema Schema = new("Deployment", ["provisioningState"], []);

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        .. DeploymentRoutes.Scopes.Select(scope => new Route("GET", $"{scope}/providers/{Type}", Type, List)),
        .. DeploymentRoutes.Scopes.SelectMany(scope => Item($"{scope}/providers/{Type}/{{deployment}}")),
        .. DeploymentRoutes.Scopes.SelectMany(scope => Operations($"{scope}/providers/{Type}/{{deployment}}/operations")),
        // Operations are older than the provider, and their clients say so.
        .. DeploymentRoutes.Scopes.Where(scope => scope.StartsWith("/subscriptions", StringComparison.Ordinal)).SelectMany(scope => Operations($"{scope}/deployments/{{deployment}}/operations")),
    ];

    private static IEnumerable<Route> Item(string item) =>
    [
        new("GET", item, Type, (state, request) => Existing(state, request, found => new ArmResponse(200, DeploymentDocument.Shape(found)))),
        new("HEAD", item, Type, (state, request) => Existing(state, request, _ => new ArmResponse(204))),
        new("DELETE", item, Type, Delete),
        new("POST", item + "/cancel", Type, Cancel) { Changes = true },
        new("POST", item + "/exportTemplate", Type, Export),
        new("GET", item + "/operationStatuses/{operation}", Type, Status),
    ];

    private static IEnumerable<Route> Operations(string collection) =>
    [
        new("GET", collection, Type, (state, request) => Existing(state, request, found => Paging.Page(
            request, [.. state.OfType(DeploymentTypes.Operation, found.Id)], operation => Json.Thaw(operation.Body)))),
        new("GET", collection + "/{operation}", Type, (state, request) => Existing(state, request, found =>
            state.Find($"{found.Id.Text}/operations/{request["operation"]}") is { } operation
                ? new ArmResponse(200, Json.Thaw(operation.Body))
                : DeploymentErrors.OperationNotFound(request["operation"]))),
    ];

    private static Outcome Existing(ArmState state, ArmRequest request, Func<StoredResource, Outcome> then)
    {
        if (DeploymentRoutes.MissingScope(state, request) is { } missing) return missing;
        return state.Find(DeploymentRoutes.IdOf(request)) is { } found ? then(found) : DeploymentErrors.NotFound(request["deployment"]);
    }

    private static Outcome List(ArmState state, ArmRequest request)
    {
        if (DeploymentRoutes.MissingScope(state, request) is { } missing) return missing;
        FilterNode? filter = null;
        if (request.Query.TryGetValue("$filter", out var text))
        {
            filter = FilterParser.Parse(text, Schema, out var error);
            if (filter is null) return ArmErrors.InvalidQuery(error ?? text);
        }

        // Those of the scope itself, the newest first.
        var scope = ResourceId.TryParse(DeploymentRoutes.ScopeOf(request));
        var listed = state.OfType(Type, scope)
            .Where(found => Equals(found.Id.Parent, scope) && filter?.Matches(Row(found)) != false)
            .OrderByDescending(found => found.PropertyText("timestamp"), StringComparer.Ordinal);
        return Paging.Page(request, [.. listed], DeploymentDocument.Shape);
    }

    private static ObjectValue Row(StoredResource deployment) => PolicyValueReader.Object(("provisioningState", new TextValue(DeploymentDocument.StateOf(deployment))));

    private static Outcome Delete(ArmState state, ArmRequest request)
    {
        if (DeploymentRoutes.MissingScope(state, request) is { } missing) return missing;
        if (state.Find(DeploymentRoutes.IdOf(request)) is not { } found) return new ArmResponse(204);
        return DeploymentTypes.IsTerminal(DeploymentDocument.StateOf(found))
            ? new Outcome(new ArmResponse(204), state.Without(found.Id))
            : DeploymentErrors.Active(found.Id.Name, request.Now);
    }

    private static Outcome Cancel(ArmState state, ArmRequest request) => Existing(state, request, found =>
    {
        var provisioning = DeploymentDocument.StateOf(found);
        if (DeploymentTypes.IsTerminal(provisioning)) return DeploymentErrors.NotCancellable(found.Id.Name, provisioning);
        var next = state.With(InState(found, DeploymentTypes.Canceled, request.Now));
        next = state.OfType(DeploymentTypes.OperationStatus, found.Id).Aggregate(next, (changed, status) => changed.With(DeploymentStatus.Create(status.Id, DeploymentTypes.Canceled, null)));
        return new Outcome(new ArmResponse(204), next);
    });

    private static Outcome Export(ArmState state, ArmRequest request) => Existing(state, request, found => DeploymentDocument.TemplateOf(found) is { } template
        ? new ArmResponse(200, new JsonObject { ["template"] = template })
        : DeploymentErrors.TemplateNotStored(found.Id.Name));

    private static Outcome Status(ArmState state, ArmRequest request) => Existing(state, request, found =>
        state.Find($"{found.Id.Text}/operationStatuses/{request["operation"]}") is { } status
            // Without this, az waits half a minute between two looks.
            ? new ArmResponse(200, Polled(status)).With("Retry-After", "1")
            : DeploymentErrors.OperationNotFound(request["operation"]));

    // ARM's status of a deployment has no more than this; clients take the deployment itself when it is over.
    private static JsonObject Polled(StoredResource status)
    {
        var body = new JsonObject { ["status"] = status.Body.Text("status") };
        if (status.Body.Property("error") is { } error) body["error"] = JsonNode.Parse(error.GetRawText());
        return body;
    }

    internal static StoredResource InState(StoredResource deployment, string provisioning, DateTimeOffset now)
    {
        var document = Json.Thaw(deployment.Body);
        if (document["properties"] is JsonObject properties)
        {
            properties["provisioningState"] = provisioning;
            properties["timestamp"] = SystemData.Stamp(now);
        }

        return new StoredResource(deployment.Id, Json.Freeze(document));
    }
}
