using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Remediations;

/// <summary>Remediations as the service returns them.</summary>
internal static class RemediationDocument
{
    private const string State = "provisioningState";

    /// <summary>The state of a remediation.</summary>
    public static string StateOf(StoredResource remediation) => remediation.PropertyText(State) ?? RemediationTypes.Succeeded;

    /// <summary>A remediation that was just accepted: what was sent, with the service's own properties.</summary>
    public static StoredResource Accepted(ResourceId id, JsonObject body, StoredResource? existing, ArmRequest request)
    {
        var properties = body["properties"]?.DeepClone() as JsonObject ?? [];
        var now = SystemData.Stamp(request.Now);
        properties["resourceDiscoveryMode"] ??= RemediationTypes.ExistingNonCompliant;
        properties["resourceCount"] ??= 500;
        properties["parallelDeployments"] ??= 10;
        properties[State] = RemediationTypes.Accepted;
        properties["createdOn"] = now;
        properties["lastUpdatedOn"] = now;
        properties["statusMessage"] = null;
        properties["correlationId"] = request.RequestId.ToString();
        properties["deploymentStatus"] = Counts(new RemediationCounts(0, 0, 0));
        var document = new JsonObject
        {
            ["properties"] = properties,
            ["id"] = (existing?.Id ?? id).Text,
            ["name"] = (existing?.Id ?? id).Name,
            ["type"] = RemediationTypes.Remediation,
            ["systemData"] = SystemData.After(existing, request.Now, request.Caller),
        };
        return new StoredResource(existing?.Id ?? id, Json.Freeze(document));
    }

    /// <summary>The remediation in another state.</summary>
    /// <param name="remediation">The remediation.</param>
    /// <param name="state">The state.</param>
    /// <param name="message">For people; null leaves what there is.</param>
    /// <param name="now">When.</param>
    public static StoredResource In(StoredResource remediation, string state, string? message, DateTimeOffset now) => With(remediation, now, properties =>
    {
        properties[State] = state;
        if (message is not null) properties["statusMessage"] = message;
    });

    /// <summary>The remediation with other counts.</summary>
    public static StoredResource WithCounts(StoredResource remediation, RemediationCounts counts, DateTimeOffset now) =>
        With(remediation, now, properties => properties["deploymentStatus"] = Counts(counts));

    /// <summary>The document as an api-version shows it: younger properties are left out.</summary>
    public static JsonObject Shape(StoredResource remediation, string apiVersion)
    {
        var document = Json.Thaw(remediation.Body);
        if (document["properties"] is not JsonObject properties) return document;
        if (!ApiVersions.IsSince(apiVersion, "2019-07-01")) properties.Remove("resourceDiscoveryMode");
        if (!ApiVersions.IsSince(apiVersion, "2021-10-01"))
        {
            foreach (var name in (ReadOnlySpan<string>)["resourceCount", "parallelDeployments", "failureThreshold", "statusMessage", "correlationId"]) properties.Remove(name);
            document.Remove("systemData");
        }

        if (!ApiVersions.IsSince(apiVersion, "2024-10-01")) (properties["filters"] as JsonObject)?.Remove("resourceIds");
        return document;
    }

    private static StoredResource With(StoredResource remediation, DateTimeOffset now, Action<JsonObject> change)
    {
        var document = Json.Thaw(remediation.Body);
        if (document["properties"] is not JsonObject properties) document["properties"] = properties = [];
        change(properties);
        properties["lastUpdatedOn"] = SystemData.Stamp(now);
        return remediation with { Body = Json.Freeze(document) };
    }

    private static JsonObject Counts(RemediationCounts counts) => new()
    {
        ["totalDeployments"] = counts.Total,
        ["successfulDeployments"] = counts.Successful,
        ["failedDeployments"] = counts.Failed,
    };
}
