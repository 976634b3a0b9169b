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

    /// <summary>An assignment: <c>scope</c>, a default <c>enforcementMode</c>, and <c>instanceId</c>.</summary>
    public static StoredResource Assignment(ResourceId id, ArmRequest request, StoredResource? existing) => Create(
        id,
        request,
        existing,
        properties =>
        {
            properties["scope"] = id.Parent?.Text;
            if (properties.Text("enforcementMode") is null or EnforcedOfSdk) properties["enforcementMode"] = "Default";
            properties["instanceId"] = existing?.PropertyText("instanceId") ?? request.RequestId.ToString();
        });

    /// <summary>The document as a request wants it: as its api-version shows it, with what its <c>$expand</c> asks for.</summary>
    public static JsonObject Shape(ArmState state, StoredResource resource, ArmRequest request)
    {
        var document = Json.Thaw(resource.Body);
        if (request.Query.TryGetValue("$expand", out var expand)) VersionExpansion.Add(state, resource, document, expand);
        return Trimmed(document, resource.Id.Type, request.ApiVersion);
    }

    /// <summary>The document as an api-version shows it: members that the version does not have are left out.</summary>
    public static JsonObject Shape(StoredResource resource, string apiVersion) => Trimmed(Json.Thaw(resource.Body), resource.Id.Type, apiVersion);

    private static JsonObject Trimmed(JsonObject document, string type, string apiVersion)
    {
        PolicyDocumentSchema.Of(type, apiVersion)?.Trim(document);
        return document;
    }

    // The service answers properties first.
    private static StoredResource Create(
        ResourceId id, ArmRequest request, StoredResource? existing, Action<JsonObject> complete)
    {
        var properties = Written(id.Type, request.Body);
        complete(properties);
        properties["metadata"] = Metadata(properties["metadata"] as JsonObject, existing, request);
        var document = new JsonObject { ["properties"] = properties, ["id"] = (existing?.Id ?? id).Text, ["type"] = id.Type, ["name"] = id.Name };
        foreach (var name in (ReadOnlySpan<string>)["identity", "location"])
        {
            if (request.Body?[name] is { } value) document[name] = value.DeepClone();
        }

        document["systemData"] = SystemData.After(existing, request.Now, request.Caller);
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

    private static JsonObject Metadata(JsonObject? given, StoredResource? existing, ArmRequest request)
    {
        var before = existing?.Property("metadata");
        var metadata = given?.DeepClone() as JsonObject ?? [];
        metadata["createdBy"] = before?.Text("createdBy") ?? request.Caller.ObjectId;
        metadata["createdOn"] = before?.Text("createdOn") ?? SystemData.Stamp(request.Now);
        metadata["updatedBy"] = existing is null ? null : request.Caller.ObjectId;
        metadata["updatedOn"] = existing is null ? null : SystemData.Stamp(request.Now);
        return metadata;
    }
}
