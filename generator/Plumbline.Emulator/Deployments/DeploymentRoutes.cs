using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;

namespace Plumbline.Emulator.Deployments;

/// <summary>Operations that expand a template: create, validate and what-if, at resource groups, subscriptions, management groups and the tenant.</summary>
internal sealed class DeploymentRoutes(ArmStore store, DeploymentRunner runner, WhatIfResults results)
{
    /// <summary>The scopes that deployments go to, as patterns.</summary>
    public static readonly ImmutableArray<string> Scopes =
    [
        "/subscriptions/{subscription}/resourceGroups/{group}",
        "/subscriptions/{subscription}",
        "/providers/Microsoft.Management/managementGroups/{managementGroup}",
        string.Empty,
    ];

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All => [.. Scopes.SelectMany(scope => At($"{scope}/providers/{DeploymentTypes.Deployment}/{{deployment}}"))];

    /// <summary>The id of the scope in a request's path; empty for the tenant.</summary>
    public static string ScopeOf(ArmRequest request)
    {
        var values = request.RouteValues;
        if (values.TryGetValue("managementGroup", out var managementGroup)) return $"/providers/Microsoft.Management/managementGroups/{managementGroup}";
        if (!values.TryGetValue("subscription", out var subscription)) return string.Empty;
        return values.TryGetValue("group", out var group) ? $"/subscriptions/{subscription}/resourceGroups/{group}" : $"/subscriptions/{subscription}";
    }

    /// <summary>The id of the deployment in a request's path.</summary>
    public static string IdOf(ArmRequest request) => $"{ScopeOf(request)}/providers/{DeploymentTypes.Deployment}/{request["deployment"]}";

    /// <summary>Why the scope of a request does not exist; null when it does.</summary>
    public static ArmError? MissingScope(ArmState state, ArmRequest request)
    {
        if (request.RouteValues.TryGetValue("subscription", out var subscription) && state.Find($"/subscriptions/{subscription}") is null) return ArmErrors.SubscriptionNotFound(subscription);
        if (request.RouteValues.TryGetValue("group", out var group) && state.Find(ScopeOf(request)) is null) return ArmErrors.ResourceGroupNotFound(group);
        return request.RouteValues.TryGetValue("managementGroup", out var managementGroup) && state.Find(ScopeOf(request)) is null
            ? new ArmError(404, "NotFound", $"The management group '{managementGroup}' cannot be found.")
            : null;
    }

    private IEnumerable<Route> At(string item) =>
    [
        Route.Asynchronous("PUT", item, DeploymentTypes.Deployment, CreateAsync) with { TakesLooseJson = true },
        Route.Asynchronous("POST", item + "/validate", DeploymentTypes.Deployment, ValidateAsync) with { TakesLooseJson = true },
        Route.Asynchronous("POST", item + "/whatIf", DeploymentTypes.Deployment, WhatIfAsync) with { TakesLooseJson = true },
        new("GET", item + "/whatIfOperationResults/{operation}", DeploymentTypes.Deployment, Preview),
    ];

    private Outcome Preview(ArmState state, ArmRequest request) =>
        results.Find(request["operation"]) is { } found ? new ArmResponse(200, found) : DeploymentErrors.OperationNotFound(request["operation"]);

    private (RequestedDeployment? Deployment, ArmError? Error) Read(ArmRequest request)
    {
        var state = store.Current;
        if (MissingScope(state, request) is { } missing) return (null, missing);
        var place = DeploymentPlace.TryParse(state.TenantId, ScopeOf(request));
        var id = ResourceId.TryParse(IdOf(request));
        return place is null || id is null ? (null, ArmErrors.RouteNotFound(request.Path)) : DeploymentReader.Read(id, place, request);
    }

    private async Task<ArmResponse> CreateAsync(ArmRequest request, CancellationToken cancellation)
    {
        var (deployment, error) = Read(request);
        if (deployment is null) return Refusal(error);
        var (accepted, isNew, refused) = await runner.StartAsync(deployment, cancellation);
        if (accepted is null) return Refusal(refused);
        return new ArmResponse(isNew ? 201 : 200, DeploymentDocument.Shape(accepted))
            .With("Azure-AsyncOperation", DeploymentStatus.Link(deployment)).With("Retry-After", "1");
    }

    private async Task<ArmResponse> ValidateAsync(ArmRequest request, CancellationToken cancellation)
    {
        var (deployment, error) = Read(request);
        if (deployment is null) return Refusal(error);
        var (plan, resources, refused) = await runner.TryAsync(deployment, cancellation);
        if (plan is null || refused is not null) return Refusal(refused);
        var document = DeploymentDocument.Create(deployment, plan, DeploymentTypes.Succeeded, request.Now);
        if (document["properties"] is JsonObject properties) properties["validatedResources"] = DeploymentDocument.Ids(resources.Select(resource => resource.Planned.Id));
        return new ArmResponse(200, document);
    }

    private async Task<ArmResponse> WhatIfAsync(ArmRequest request, CancellationToken cancellation)
    {
        var (deployment, error) = Read(request);
        if (deployment is null) return Refusal(error);
        var (plan, resources, refused) = await runner.TryAsync(deployment, cancellation);
        if (plan is null) return Refusal(refused);
        var changes = new WhatIf.WhatIfChanges(store.Current, deployment, WhatIf.ResultFormats.Read(request.Body)).Of(resources);
        var result = new JsonObject
        {
            ["status"] = DeploymentTypes.Succeeded,
            ["properties"] = new JsonObject { ["correlationId"] = deployment.CorrelationId.ToString(), ["changes"] = changes },
        };
        var operation = results.Keep(request.RequestId, result);
        var location = $"{request.Endpoint}{IdOf(request)}/whatIfOperationResults/{operation}{ArmRequest.QueryText([new("api-version", request.ApiVersion)])}";
        return new ArmResponse(202).With("Location", location).With("Retry-After", "1");
    }

    private static ArmResponse Refusal(ArmError? error) => ArmEnvelope.Error(error ?? ArmErrors.InternalServerError("the deployment was refused without a reason"));
}
