using System.Globalization;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Authoring;

/// <summary>Policy objects as the service returns them: what was PUT, and what the service adds to it.</summary>
internal static class PolicyObjectDocument
{
    // What Azure.ResourceManager 1.7.0 sends for its EnforcementMode.Enforced, measured.
    private const string EnforcedOfSdk = "Enforced";

    /// <summary>A definition: <c>policyType</c>, a default <c>mode</c>, <c>version</c> and <c>versions</c>, and who wrote it.</summary>
    public static StoredResource Definition(ResourceId id, ArmRequest request, StoredResource? existing) => Create(id, request, existing, properties =>
    {
        if (!properties.ContainsKey("mode")) properties["mode"] = "Indexed";
        AddType(properties, existing);
    });

    /// <summary>An initiative: as a definition, and a reference id for every member that has none.</summary>
    public static StoredResource SetDefinition(ResourceId id, ArmRequest request, StoredResource? existing) => Create(id, request, existing, properties =>
    {
        AddType(properties, existing);
        if (properties["policyDefinitions"] is not JsonArray members) return;
        for (var index = 0; index < members.Count; index++)
        {
            if (members[index] is JsonObject member && !member.ContainsKey("policyDefinitionReferenceId"))
                member["policyDefinitionReferenceId"] = index.ToString(CultureInfo.InvariantCulture);
        }
    });

    /// <summary>An assignment: <c>scope</c>, a default <c>enforcementMode</c>, <c>instanceId</c>, and the principal of its identity.</summary>
    public static StoredResource Assignment(ResourceId id, ArmRequest request, StoredResource? existing, string tenantId) => Create(
        id,
        request,
        existing,
        properties =>
        {
            properties["scope"] = id.Parent?.Text;
            if (properties.Text("enforcementMode") is null or EnforcedOfSdk) properties["enforcementMode"] = "Default";
            properties["instanceId"] = existing?.PropertyText("instanceId") ?? request.RequestId.ToString();
        },
        document =>
        {
            if (document["identity"] is not JsonObject identity || identity.Text("type") != "SystemAssigned") return;
            identity["principalId"] = existing?.Body.Property("identity")?.Text("principalId") ?? request.RequestId.ToString();
            identity["tenantId"] = tenantId;
        });

    /// <summary>The document as a request wants it: as its api-version shows it, with what its <c>$expand</c> asks for.</summary>
    public static JsonObject Shape(ArmState state, StoredResource resource, ArmRequest request)
    {
        var document = Json.Thaw(resource.Body);
        if (request.Query.TryGetValue("$expand", out var expand)) VersionExpansion.Add(state, resource, document, expand);
        return Trimmed(document, resource.Id.Type, request.ApiVersion);
    }

    /// <summary>The document as an api-version shows it: members that the version does not have are left out.</summary>
    public static JsonObject Shape(StoredResource resource, string apiVersion)
    {
        return Trimmed(Json.Thaw(resource.Body), resource.Id.Type, apiVersion);
    }

    private static JsonObject Trimmed(JsonObject document, string type, string apiVersion)
    {
        PolicyDocumentSchema.Of(type, apiVersion)?.Trim(document);
        return document;
    }

    // The service answers properties first.
    private static StoredResource Create(
        ResourceId id, ArmRequest request, StoredResource? existing, Action<JsonObject> complete, Action<JsonObject>? completeDocument = null)
    {
        var properties = Written(id.Type, request.Body);
        complete(properties);
        properties["metadata"] = Metadata(properties["metadata"] as JsonObject, existing, request.Now);
        var document = new JsonObject { ["properties"] = properties, ["id"] = (existing?.Id ?? id).Text, ["type"] = id.Type, ["name"] = id.Name };
        foreach (var name in (ReadOnlySpan<string>)["identity", "location"])
        {
            if (request.Body?[name] is { } value) document[name] = value.DeepClone();
        }

        completeDocument?.Invoke(document);
        document["systemData"] = SystemData.After(existing, request.Now);
        return new StoredResource(existing?.Id ?? id, Json.Freeze(document));
    }

    // Who gives no version updates the newest one.
    private static void AddType(JsonObject properties, StoredResource? existing)
    {
        properties["policyType"] = "Custom";
        if (properties.Text("version") is null) properties["version"] = existing?.PropertyText("version") ?? PolicyVersions.First;
        properties["versions"] = new JsonArray(properties.Text("version"));
    }

    // What only the service sets may be sent, as it was read; it is not taken.
    private static JsonObject Written(string type, JsonObject? body)
    {
        if (body?["properties"] is not JsonObject given) return [];
        var document = new JsonObject { ["properties"] = given.DeepClone() };
        PolicyDocumentSchema.Newest(type)?.RemoveReadOnly(document);
        return document["properties"]?.DeepClone() as JsonObject ?? [];
    }

    private static JsonObject Metadata(JsonObject? given, StoredResource? existing, DateTimeOffset now)
    {
        var before = existing?.Property("metadata");
        var metadata = given?.DeepClone() as JsonObject ?? [];
        metadata["createdBy"] = before?.Text("createdBy") ?? SystemData.Principal;
        metadata["createdOn"] = before?.Text("createdOn") ?? SystemData.Stamp(now);
        metadata["updatedBy"] = existing is null ? null : SystemData.Principal;
        metadata["updatedOn"] = existing is null ? null : SystemData.Stamp(now);
        return metadata;
    }
}
