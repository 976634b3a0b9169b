using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>Reads the body of a deployment request: <c>{ location?, tags?, properties: { mode, template, parameters, ... } }</c>.</summary>
internal static partial class DeploymentReader
{
    private const int MaximumNameLength = 64;
    private static readonly string[] Modes = ["Incremental", "Complete"];

    /// <summary>What is asked for, or why it is no deployment.</summary>
    /// <param name="id">The deployment's id.</param>
    /// <param name="place">The scope that it goes to.</param>
    /// <param name="request">The request.</param>
    public static (RequestedDeployment? Deployment, ArmError? Error) Read(ResourceId id, DeploymentPlace place, ArmRequest request)
    {
        if (NameError(id.Name) is { } badName) return (null, badName);
        if (request.Body is not { } body) return (null, ArmErrors.InvalidRequestContent("The request has no JSON object"));
        if (body["properties"] is not JsonObject properties) return (null, Missing("properties"));
        if (LinkError(properties) is { } link) return (null, link);
        if (properties["template"] is not JsonObject template) return (null, Missing("template"));
        if (ModeOf(properties) is not { } mode) return (null, properties["mode"] is null ? Missing("mode") : ArmErrors.InvalidRequestContent($"'mode' is '{properties.Text("mode")}', and 'Incremental' or 'Complete' is expected"));
        if (ScopeError(id.Name, place, body, template, mode) is { } misplaced) return (null, misplaced);
        var (parameters, error) = Parameters(properties["parameters"]);
        if (error is not null) return (null, error);
        var deployment = new RequestedDeployment(id, place, Value(template), parameters, mode, body.Text("location"), request)
        {
            Tags = body["tags"] as JsonObject,
            DebugSetting = properties["debugSetting"] as JsonObject,
            OnError = properties["onErrorDeployment"] as JsonObject,
        };
        return (deployment, null);
    }

    /// <summary>The JSON object as the template engine takes it.</summary>
    public static ObjectValue Value(JsonObject node) => PolicyValueReader.FromElement(Json.Freeze(node)) as ObjectValue ?? new ObjectValue([]);

    private static ArmError? NameError(string name) =>
        name.Length > MaximumNameLength ? DeploymentErrors.NameTooLong(name)
        : NamePattern().IsMatch(name) ? null
        : DeploymentErrors.InvalidName(name);

    private static ArmError Missing(string property) => ArmErrors.InvalidRequestContent($"Required property '{property}' not found in JSON. Path 'properties', line 1, position 1");

    private static ArmError? LinkError(JsonObject properties)
    {
        if (properties["templateLink"] is JsonObject link) return DeploymentErrors.InvalidContentLink(link.Text("uri") ?? link.Text("id") ?? string.Empty);
        return properties["parametersLink"] is JsonObject parameters ? DeploymentErrors.InvalidContentLink(parameters.Text("uri") ?? string.Empty) : null;
    }

    private static string? ModeOf(JsonObject properties) =>
        Modes.FirstOrDefault(mode => string.Equals(mode, properties.Text("mode"), StringComparison.OrdinalIgnoreCase));

    private static ArmError? ScopeError(string name, DeploymentPlace place, JsonObject body, JsonObject template, string mode)
    {
        var isGroup = place.Level == TemplateLevel.ResourceGroup;
        if (!isGroup && body.Text("location") is not { Length: > 0 }) return DeploymentErrors.LocationRequired(name);
        if (isGroup && body["location"] is not null) return DeploymentErrors.LocationNotAllowed(name);
        if (!isGroup && mode == "Complete") return DeploymentErrors.CompleteNotAllowed(name);
        // A deployment to a resource group takes templates of that scope; one above takes those of its own.
        var expected = SchemaOf(place.Level);
        return template.Text("$schema") is { } schema && schema.Contains("eploymentTemplate.json", StringComparison.Ordinal) && !schema.Contains($"/{expected}", StringComparison.OrdinalIgnoreCase)
            ? DeploymentErrors.SchemaOfOtherScope(schema, expected)
            : null;
    }

    private static string SchemaOf(TemplateLevel level) => level switch
    {
        TemplateLevel.ResourceGroup => "deploymentTemplate.json",
        TemplateLevel.Subscription => "subscriptionDeploymentTemplate.json",
        TemplateLevel.ManagementGroup => "managementGroupDeploymentTemplate.json",
        _ => "tenantDeploymentTemplate.json",
    };

    private static (ImmutableDictionary<string, PolicyValue> Values, ArmError? Error) Parameters(JsonNode? node)
    {
        var values = ImmutableDictionary.CreateBuilder<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);
        if (node is not null and not JsonObject) return (values.ToImmutable(), ArmErrors.InvalidRequestContent("'parameters' is not a JSON object"));
        foreach (var (name, given) in node as JsonObject ?? [])
        {
            if (given is not JsonObject parameter) return (values.ToImmutable(), DeploymentErrors.ParameterIsNoObject(name));
            if (parameter["reference"] is not null) return (values.ToImmutable(), DeploymentErrors.KeyVaultReference(name));
            if (!parameter.ContainsKey("value")) return (values.ToImmutable(), DeploymentErrors.ParameterIsNull(name));
            values[name] = Value(new JsonObject { ["value"] = parameter["value"]?.DeepClone() })["value"];
        }

        return (values.ToImmutable(), null);
    }

    [GeneratedRegex(@"^[-\w._()]+$")]
    private static partial Regex NamePattern();
}
