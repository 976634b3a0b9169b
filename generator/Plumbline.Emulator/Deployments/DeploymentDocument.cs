using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Xml;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>The document of a deployment, as ARM returns it. No secure value is in it.</summary>
internal static class DeploymentDocument
{
    /// <summary>The property that keeps the template for <c>exportTemplate</c>; no answer shows it.</summary>
    private const string TemplateProperty = "template";

    /// <summary>The deployment in a state.</summary>
    /// <param name="deployment">What was asked for.</param>
    /// <param name="plan">Its template, expanded.</param>
    /// <param name="state">The provisioning state.</param>
    /// <param name="now">When.</param>
    public static JsonObject Create(RequestedDeployment deployment, TemplateExpansion plan, string state, DateTimeOffset now)
    {
        var properties = new JsonObject
        {
            ["templateHash"] = HashOf(deployment.Template),
            ["parameters"] = Parameters(plan.Parameters),
            ["mode"] = deployment.Mode,
            ["provisioningState"] = state,
            ["timestamp"] = SystemData.Stamp(now),
            ["duration"] = Duration(now - deployment.Request.Now),
            ["correlationId"] = deployment.CorrelationId.ToString(),
            ["providers"] = Providers(plan),
            ["dependencies"] = Dependencies(plan),
        };
        if (deployment.DebugSetting is { } debug) properties["debugSetting"] = debug.DeepClone();
        if (deployment.OnError is { } onError) properties["onErrorDeployment"] = onError.DeepClone();
        var document = new JsonObject { ["id"] = deployment.Id.Text, ["name"] = deployment.Id.Name, ["type"] = DeploymentTypes.Deployment };
        if (deployment.Location is { } location) document["location"] = location;
        if (deployment.Tags is { } tags) document["tags"] = tags.DeepClone();
        document["properties"] = properties;
        return document;
    }

    /// <summary>The document with the template, to be stored.</summary>
    public static StoredResource Store(RequestedDeployment deployment, JsonObject document)
    {
        var kept = (JsonObject)document.DeepClone();
        if (kept["properties"] is JsonObject properties) properties[TemplateProperty] = DeploymentSimulation.Node(deployment.Template);
        return new StoredResource(deployment.Id, Json.Freeze(kept));
    }

    /// <summary>The stored document as an answer.</summary>
    public static JsonObject Shape(StoredResource deployment)
    {
        var document = Json.Thaw(deployment.Body);
        (document["properties"] as JsonObject)?.Remove(TemplateProperty);
        return document;
    }

    /// <summary>The template of a stored deployment, or null.</summary>
    public static JsonObject? TemplateOf(StoredResource deployment) => (Json.Thaw(deployment.Body)["properties"] as JsonObject)?[TemplateProperty]?.DeepClone() as JsonObject;

    /// <summary>The provisioning state of a stored deployment.</summary>
    public static string StateOf(StoredResource deployment) => deployment.PropertyText("provisioningState") ?? DeploymentTypes.Failed;

    /// <summary>A time span as ARM writes it.</summary>
    public static string Duration(TimeSpan span) => XmlConvert.ToString(span < TimeSpan.Zero ? TimeSpan.Zero : span);

    /// <summary>The ids, as <c>outputResources</c> and <c>validatedResources</c> list them.</summary>
    public static JsonArray Ids(IEnumerable<string> ids) => new([.. ids.Select(id => new JsonObject { ["id"] = id })]);

    private static string HashOf(ObjectValue template) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(PolicyValueWriter.ToUtf8(template).Span)).ToString(CultureInfo.InvariantCulture);

    private static JsonObject Parameters(ImmutableArray<BoundParameter> parameters)
    {
        var document = new JsonObject();
        foreach (var parameter in parameters)
        {
            var echo = new JsonObject { ["type"] = parameter.Type };
            if (!parameter.IsSecure) echo["value"] = DeploymentSimulation.Node(PolicyValueReader.Object(("value", parameter.Value)))["value"]?.DeepClone();
            document[parameter.Name] = echo;
        }

        return document;
    }

    private static JsonArray Providers(TemplateExpansion plan)
    {
        var types = plan.Resources.Where(resource => !resource.IsExisting).GroupBy(resource => resource.Type.Split('/')[0], StringComparer.OrdinalIgnoreCase);
        return new JsonArray([.. types.Select(space => new JsonObject
        {
            ["namespace"] = space.Key,
            ["resourceTypes"] = new JsonArray([.. space.GroupBy(resource => resource.Type[(space.Key.Length + 1)..], StringComparer.OrdinalIgnoreCase).Select(type => new JsonObject
            {
                ["resourceType"] = type.Key,
                ["locations"] = new JsonArray([.. type.Select(resource => resource.Location).Distinct(StringComparer.OrdinalIgnoreCase).Select(location => location is null ? null : JsonValue.Create(location))]),
            })]),
        })]);
    }

    private static JsonArray Dependencies(TemplateExpansion plan)
    {
        var byId = new Dictionary<string, PlannedResource>(StringComparer.OrdinalIgnoreCase);
        foreach (var resource in plan.Resources) byId.TryAdd(resource.Id, resource);
        return new JsonArray([.. plan.Resources.Where(resource => !resource.DependsOn.IsEmpty).Select(resource =>
        {
            var entry = new JsonObject { ["dependsOn"] = new JsonArray([.. resource.DependsOn.Where(byId.ContainsKey).Select(id => Named(byId[id]))]) };
            foreach (var (name, value) in Named(resource)) entry[name] = value?.DeepClone();
            return entry;
        })]);
    }

    private static JsonObject Named(PlannedResource resource) => new() { ["id"] = resource.Id, ["resourceType"] = resource.Type, ["resourceName"] = resource.Name };
}
