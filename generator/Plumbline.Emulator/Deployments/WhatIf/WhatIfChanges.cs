using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Deployments.WhatIf;

/// <summary>The changes that a deployment would make, as what-if lists them.</summary>
/// <param name="state">What is stored.</param>
/// <param name="deployment">The deployment.</param>
/// <param name="idsOnly">Whether no payloads are told.</param>
internal sealed class WhatIfChanges(ArmState state, RequestedDeployment deployment, bool idsOnly)
{
    // What the service adds to every resource is no part of a template.
    private static readonly string[] Service = ["systemData", "etag"];

    /// <summary>The changes, sorted by id: of the resources of the template, and of those that stand beside them in the resource group.</summary>
    public JsonArray Of(IEnumerable<SimulatedResource> resources)
    {
        var changes = new SortedDictionary<string, JsonObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var resource in resources) changes[resource.Planned.Id] = Change(resource);
        var kept = changes.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (deployment.Place.ResourceGroup is not null)
        {
            foreach (var other in CompleteMode.Others(state, deployment.Place.Scope, kept).ToList()) changes[other.Text] = Other(other);
        }

        return new JsonArray([.. changes.Values]);
    }

    private JsonObject Change(SimulatedResource resource)
    {
        if (resource.After is null)
        {
            return new JsonObject
            {
                ["resourceId"] = resource.Planned.Id,
                ["changeType"] = "Unsupported",
                ["unsupportedReason"] = "The resource depends on values that are known only while the deployment runs.",
            };
        }

        var (before, after) = (resource.Before is { } stored ? Payload(stored, resource.Planned.ApiVersion) : null, Payload(resource.After, resource.Planned.ApiVersion));
        var deltas = before is null ? [] : PropertyDeltas.Between(before, after);
        var kind = before is null ? "Create" : idsOnly ? "Deploy" : deltas.Count == 0 ? "NoChange" : "Modify";
        var change = new JsonObject { ["resourceId"] = resource.Before?.Id.Text ?? resource.Planned.Id, ["changeType"] = kind };
        if (idsOnly) return change;
        if (before is not null) change["before"] = before;
        change["after"] = after;
        if (deltas.Count > 0) change["delta"] = deltas;
        return change;
    }

    private JsonObject Other(ResourceId id)
    {
        var change = new JsonObject { ["resourceId"] = id.Text, ["changeType"] = deployment.IsComplete ? "Delete" : "Ignore" };
        if (idsOnly || state.Find(id) is not { } found) return change;
        change["before"] = Payload(found, CompleteMode.ApiVersionOf(id));
        if (!deployment.IsComplete) change["after"] = change["before"]?.DeepClone();
        return change;
    }

    private static JsonObject Payload(StoredResource resource, string apiVersion)
    {
        var document = Json.Thaw(resource.Body);
        foreach (var name in Service) document.Remove(name);
        if (document["properties"] is JsonObject properties)
        {
            properties.Remove("provisioningState");
            if (properties.Count == 0) document.Remove("properties");
        }

        document["apiVersion"] = apiVersion;
        return document;
    }
}
