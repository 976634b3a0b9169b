using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Operations;

/// <summary>A small estate to plan: two definitions, an initiative with both, one assignment of it.</summary>
internal static class Estate
{
    public const string Subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
    public const string OwnerId = "0d1c2b3a-4f5e-4d6c-8b7a-99aabbccddee";

    public static readonly SourceLocation At = new("plumbline.yaml");

    public static readonly PlanHeader Header = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "plumbline/test", null);

    public static ObjectValue Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return (ObjectValue)PolicyValueReader.FromElement(document.RootElement);
    }

    public static PolicyDocument Definition(string name, string parameters = """{"effect":{"type":"String","defaultValue":"Audit","allowedValues":["Audit","Deny","Disabled"]}}""", string effect = "[parameters('effect')]", string version = "1.0.0", string type = "Microsoft.App/containerApps") => new(
        name,
        Json($$$$$$$"""{"name":"{{{{{{{name}}}}}}}","type":"Microsoft.Authorization/policyDefinitions","properties":{"displayName":"Policy {{{{{{{name}}}}}}}","mode":"Indexed","metadata":{"version":"{{{{{{{version}}}}}}}"},"parameters":{{{{{{{parameters}}}}}}},"policyRule":{"if":{"field":"type","equals":"{{{{{{{type}}}}}}}"},"then":{"effect":"{{{{{{{effect}}}}}}}"}}}}"""),
        new SourceLocation($"definitions/{name}.json"));

    public static PolicyDocument Modifying(string name, string role = "b24988ac-6180-42a0-ab88-20f7382dd24c", string effect = "Modify") => new(
        name,
        Json($$$$$$$"""{"name":"{{{{{{{name}}}}}}}","properties":{"displayName":"Policy {{{{{{{name}}}}}}}","mode":"Indexed","metadata":{"version":"1.0.0"},"parameters":{"effect":{"type":"String","defaultValue":"{{{{{{{effect}}}}}}}","allowedValues":["Audit","Modify","Disabled"]}},"policyRule":{"if":{"field":"type","equals":"Microsoft.App/containerApps"},"then":{"effect":"[parameters('effect')]","details":{"roleDefinitionIds":["/providers/microsoft.authorization/roleDefinitions/{{{{{{{role}}}}}}}"],"operations":[{"operation":"addOrReplace","field":"tags['a']","value":"b"}]}}}}}"""),
        new SourceLocation($"definitions/{name}.json"));

    public static PolicyDocument Initiative(string name, params ReadOnlySpan<string> members)
    {
        var references = string.Join(',', members.ToArray().Select(member =>
            $$$$$$$"""{"policyDefinitionReferenceId":"{{{{{{{member}}}}}}}","policyDefinitionId":"/providers/Microsoft.Management/managementGroups/placeholder/providers/Microsoft.Authorization/policyDefinitions/{{{{{{{member}}}}}}}","parameters":{"effect":{"value":"[parameters('{{{{{{{member}}}}}}}Effect')]"}},"groupNames":["NS-1"]}"""));
        var parameters = string.Join(',', members.ToArray().Select(member => $$$$$$$""" "{{{{{{{member}}}}}}}Effect":{"type":"String","defaultValue":"Audit","allowedValues":["Audit","Deny","Disabled","Modify"]} """));
        return new(
            name,
            Json($$$$$$$"""{"name":"{{{{{{{name}}}}}}}","properties":{"displayName":"Initiative {{{{{{{name}}}}}}}","metadata":{"version":"1.0.0"},"parameters":{ {{{{{{{parameters}}}}}}} },"policyDefinitionGroups":[{"name":"NS-1"}],"policyDefinitions":[{{{{{{{references}}}}}}}]}}"""),
            new SourceLocation($"initiative/{name}.json"));
    }

    public static PolicyDocuments Documents(params ReadOnlySpan<PolicyDocument> all) => new(
        [.. all.ToArray().Where(one => one.Properties["policyDefinitions"] is UndefinedValue)],
        [.. all.ToArray().Where(one => one.Properties["policyDefinitions"] is not UndefinedValue)],
        []);

    public static PolicyDocuments Documents() => Documents(Definition("first"), Definition("second"), Initiative("baseline", "first", "second"));

    public static AssignmentDeclaration Assignment(string name = "baseline", string target = "baseline", ArmObjectKind kind = ArmObjectKind.PolicySetDefinition) => new(name, kind, target, [Subscription], new SourceLocation("plumbline.yaml"));

    public static DeploymentEnvironment Environment(params ImmutableArray<AssignmentDeclaration> assignments) =>
        new("production", "AzureCloud", null, Subscription, OwnerId, At) { Assignments = assignments.IsEmpty ? [Assignment()] : assignments };

    public static PlanResult Plan(DeploymentEnvironment environment, PolicyDocuments documents, LiveState? live = null, PlanChoices? choices = null) =>
        DeploymentPlanner.Plan(new PlanRequest(environment, documents, live ?? LiveState.Empty, choices ?? PlanChoices.None, Header));

    public static DeploymentPlan Planned(DeploymentEnvironment environment, PolicyDocuments documents, LiveState? live = null, PlanChoices? choices = null)
    {
        var result = Plan(environment, documents, live, choices);
        Assert.Equal([], result.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}"));
        return Assert.IsType<DeploymentPlan>(result.Plan);
    }

    /// <summary>What an endpoint would have after a plan, with the properties a service adds; identities get principals.</summary>
    public static LiveState After(LiveState live, DeploymentPlan plan)
    {
        var objects = live.Objects.ToDictionary(one => one.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var operation in plan.Operations)
        {
            if (operation.Body is { } body) objects[IdOf(operation, objects)] = Echo(operation.Kind, IdOf(operation, objects), WithPrincipal(operation, body, objects));
            else objects.Remove(operation.Id);
        }

        return new LiveState([.. objects.Values.OrderBy(one => one.Id, StringComparer.Ordinal)], live.BuiltIns, live.ReadFrom);
    }

    public static string[] Lines(DeploymentPlan plan) => [.. plan.Operations.Select(operation => $"{operation.Phase} {operation.Action} {operation.Kind} {operation.Id[(operation.Id.LastIndexOf('/') + 1)..]}")];

    private static string IdOf(PlanOperation operation, Dictionary<string, ArmObject> objects) => operation.Id.Replace("{principal}", operation.Principal is { } principal
        ? Plumbline.Planning.Roles.NameGuid.OfRole(principal.AssignmentId, PrincipalOf(objects[principal.AssignmentId]), principal.RoleDefinitionId, principal.Scope).ToString("D") : "", StringComparison.Ordinal);

    private static ObjectValue WithPrincipal(PlanOperation operation, ObjectValue body, Dictionary<string, ArmObject> objects) => operation.Principal is { } principal
        ? Plumbline.Planning.Comparison.WritableBody.With(body, "properties", Plumbline.Planning.Comparison.WritableBody.With((ObjectValue)body["properties"], "principalId", new TextValue(PrincipalOf(objects[principal.AssignmentId]))))
        : body;

    private static string PrincipalOf(ArmObject assignment) => Assert.IsType<string>(assignment.PrincipalId);

    private static ArmObject Echo(ArmObjectKind kind, string id, ObjectValue body)
    {
        var document = new ObjectValue([KeyValuePair.Create<string, PolicyValue>("id", new TextValue(id)), KeyValuePair.Create<string, PolicyValue>("name", new TextValue(id[(id.LastIndexOf('/') + 1)..])), .. body.Properties]);
        if (document["identity"] is ObjectValue identity)
            document = Plumbline.Planning.Comparison.WritableBody.With(document, "identity", Plumbline.Planning.Comparison.WritableBody.With(identity, "principalId", new TextValue(Plumbline.Planning.Roles.NameGuid.Of(id).ToString("D"))));
        return new(kind, id, document);
    }
}
