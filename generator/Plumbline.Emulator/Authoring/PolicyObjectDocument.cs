using System.Globalization;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Authoring;

/// <summary>Policy objects as the service returns them: what was PUT, and what the service adds to it.</summary>
internal static class PolicyObjectDocument
{
    private const string FirstVersion = "1.0.0";

    /// <summary>A definition: <c>policyType</c>, a default <c>mode</c>, <c>version</c> and <c>versions</c>, and who wrote it.</summary>
    public static StoredResource Definition(ResourceId id, ArmRequest request, StoredResource? existing) => Create(id, request, existing, properties =>
    {
        if (!properties.ContainsKey("mode")) properties["mode"] = "Indexed";
        AddType(properties);
    });

    /// <summary>An initiative: as a definition, and a reference id for every member that has none.</summary>
    public static StoredResource SetDefinition(ResourceId id, ArmRequest request, StoredResource? existing) => Create(id, request, existing, properties =>
    {
        AddType(properties);
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
            if (!properties.ContainsKey("enforcementMode")) properties["enforcementMode"] = "Default";
            properties["instanceId"] = existing?.PropertyText("instanceId") ?? request.RequestId.ToString();
        });

    /// <summary>The document as an api-version shows it: younger properties are left out.</summary>
    public static JsonObject Shape(StoredResource resource, string apiVersion)
    {
        var document = Json.Thaw(resource.Body);
        if (!ApiVersions.IsSince(apiVersion, "2021-06-01")) document.Remove("systemData");
        if (document["properties"] is not JsonObject properties) return document;
        if (!ApiVersions.IsSince(apiVersion, "2023-04-01")) Remove(properties, "version", "versions");
        if (!ApiVersions.IsSince(apiVersion, "2025-01-01")) Remove(properties, "instanceId");
        return document;
    }

    // The service answers properties first.
    private static StoredResource Create(
        ResourceId id, ArmRequest request, StoredResource? existing, Action<JsonObject> complete)
    {
        var properties = request.Body?["properties"]?.DeepClone() as JsonObject ?? [];
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

    private static void AddType(JsonObject properties)
    {
        properties["policyType"] = "Custom";
        if (properties.Text("version") is null) properties["version"] = FirstVersion;
        properties["versions"] = new JsonArray(properties.Text("version"));
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

    private static void Remove(JsonObject properties, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) properties.Remove(name);
    }
}
