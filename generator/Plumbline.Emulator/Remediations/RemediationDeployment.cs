using System.Globalization;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Remediations;

/// <summary>One resource of a remediation: kept as a resource of its own below the remediation, shown by <c>listDeployments</c>.</summary>
internal static class RemediationDeployment
{
    /// <summary>The resource at a place in the remediation, waiting for its turn.</summary>
    public static StoredResource Waiting(ResourceId remediation, int place, StoredResource resource, DateTimeOffset now)
    {
        var id = ResourceId.TryParse($"{remediation.Text}/deployments/{place.ToString("D6", CultureInfo.InvariantCulture)}")
            ?? throw new ArgumentException($"'{remediation.Text}' is no remediation.", nameof(remediation));
        return Document(id, new JsonObject
        {
            ["remediatedResourceId"] = resource.Id.Text,
            ["deploymentId"] = null,
            ["status"] = RemediationTypes.Accepted,
            ["resourceLocation"] = resource.Body.Text("location"),
            ["createdOn"] = SystemData.Stamp(now),
            ["lastUpdatedOn"] = SystemData.Stamp(now),
        });
    }

    /// <summary>The same when it ended.</summary>
    public static StoredResource Ended(StoredResource deployment, PolicyDeploymentOutcome outcome, DateTimeOffset now)
    {
        var properties = Shape(deployment);
        properties["deploymentId"] = outcome.DeploymentId;
        properties["status"] = outcome.Error is null ? RemediationTypes.Succeeded : RemediationTypes.Failed;
        if (outcome.Error is { } error) properties["error"] = ArmEnvelope.Error(error).Body?["error"]?.DeepClone();
        properties["lastUpdatedOn"] = SystemData.Stamp(now);
        return Document(deployment.Id, properties);
    }

    /// <summary>The same when its turn never came.</summary>
    public static StoredResource Canceled(StoredResource deployment, DateTimeOffset now)
    {
        var properties = Shape(deployment);
        properties["status"] = RemediationTypes.Canceled;
        properties["lastUpdatedOn"] = SystemData.Stamp(now);
        return Document(deployment.Id, properties);
    }

    /// <summary>How it stands.</summary>
    public static string StateOf(StoredResource deployment) => deployment.PropertyText("status") ?? RemediationTypes.Accepted;

    /// <summary>As <c>listDeployments</c> shows it.</summary>
    public static JsonObject Shape(StoredResource deployment) => Json.Thaw(deployment.Body)["properties"]?.DeepClone() as JsonObject ?? [];

    private static StoredResource Document(ResourceId id, JsonObject properties) => new(id, Json.Freeze(new JsonObject
    {
        ["id"] = id.Text,
        ["name"] = id.Name,
        ["type"] = id.Type,
        ["properties"] = properties,
    }));
}
