using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Deployments;

/// <summary>What a client that polls <c>operationStatuses</c> is told: <c>{ status, error? }</c>.</summary>
internal static class DeploymentStatus
{
    /// <summary>The id of the status of a run.</summary>
    public static ResourceId IdOf(RequestedDeployment deployment) => ResourceId.TryParse($"{deployment.Id.Text}/operationStatuses/{deployment.CorrelationId}") ?? deployment.Id;

    /// <summary>The status.</summary>
    public static StoredResource Create(RequestedDeployment deployment, string status, ArmError? error) => Create(IdOf(deployment), status, error);

    /// <summary>The status of a run whose id is known.</summary>
    public static StoredResource Create(ResourceId id, string status, ArmError? error)
    {
        var document = new JsonObject { ["id"] = id.Text, ["name"] = id.Name, ["status"] = status };
        if (error is not null) document["error"] = ArmEnvelope.Document(error);
        return new StoredResource(id, Json.Freeze(document));
    }

    /// <summary>Where it is polled.</summary>
    public static string Link(RequestedDeployment deployment) =>
        deployment.Request.Endpoint + Uri.EscapeDataString(IdOf(deployment).Text).Replace("%2F", "/", StringComparison.Ordinal)
        + ArmRequest.QueryText([new("api-version", deployment.Request.ApiVersion)]);
}
