using System.Text.Json;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.SnapshotTests.Planning;

/// <summary>One operation of every kind, written by hand.</summary>
internal static class SampleOperations
{
    public const string Group = "/providers/Microsoft.Management/managementGroups/corp";
    public const string Subscription = "/subscriptions/11111111-1111-1111-1111-111111111111";
    public const string Contributor = "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c";

    public static PlanOperation NewDefinition { get; } = Put(PlanPhase.Definitions, ArmObjectKind.PolicyDefinition, Group, "aca-https", PlanAction.Create, """{"properties":{"displayName":"Container Apps accept HTTPS only","mode":"Indexed","parameters":{"effect":{"type":"String","defaultValue":"Audit"}},"policyRule":{"if":{"field":"type","equals":"Microsoft.App/containerApps"},"then":{"effect":"[parameters('effect')]"}}}}""") with
    {
        Title = "Container Apps accept HTTPS only",
        Source = "definitions/container-apps/aca-https.json",
    };

    public static PlanOperation ChangedDefinition { get; } = Put(PlanPhase.Definitions, ArmObjectKind.PolicyDefinition, Group, "aca-registry", PlanAction.Update, "{}") with
    {
        Title = "Images come from | the company's `registry` @platform <b>",
        Reasons = ["rule", "parameters.added:minTls"],
        Risk = PlanRisk.Review,
        Diff =
        [
            Difference("/properties/policyRule/if/allOf/1/equals", "true", "false"),
            Difference("/properties/policyRule/if/allOf/2", null, """{"field":"Microsoft.App/containerApps/configuration.registries[*].server","notLike":"*.azurecr.io","and":"something that makes the value longer than a line should be"}"""),
            Difference("/properties/parameters/registries/allowedValues", """["a.azurecr.io","b.azurecr.io","c.azurecr.io"]""", """["a.azurecr.io","c.azurecr.io","d.azurecr.io"]"""),
            Difference("/properties/metadata/preview", "true", null),
            Difference("/properties/description", "\"Images of container apps and of jobs have to come from a registry that the platform team operates, because others are not scanned.\"", "\"Images of container apps and of jobs have to come from a registry that the platform team operates, because others are not signed.\""),
        ],
        Source = "definitions/container-apps/aca-registry.json",
    };

    public static PlanOperation Wording { get; } = Put(PlanPhase.Definitions, ArmObjectKind.PolicyDefinition, Group, "aca-logs", PlanAction.Update, "{}") with
    {
        Title = "Logs are sent to the workspace",
        Reasons = ["description"],
        Class = PlanClass.Documentation,
        Diff = [Difference("/properties/description", "\"Logs.\"", "\"Logs go to the workspace.\"")],
        Source = "definitions/container-apps/aca-logs.json",
    };

    public static PlanOperation Followed { get; } = Put(PlanPhase.Definitions, ArmObjectKind.PolicyDefinition, Group, "aca-tls-p3f2a", PlanAction.Successor, """{"properties":{"policyRule":{"then":{"effect":"deny"}}}}""") with
    {
        Title = "Container Apps use a current TLS",
        Reasons = ["parameters.removed:legacy"],
        Risk = PlanRisk.Review,
        Supersedes = $"{Group}/providers/Microsoft.Authorization/policyDefinitions/aca-tls",
        Source = "definitions/container-apps/aca-tls.json",
    };

    public static PlanOperation Adopted { get; } = Put(PlanPhase.Definitions, ArmObjectKind.PolicyDefinition, Group, "aca-zones", PlanAction.Adopt, "{}") with
    {
        Title = "Environments use availability zones",
        Reasons = ["ownership"],
        Class = PlanClass.Ownership,
        Diff = [Difference("/properties/metadata/plumblineOwner", null, "\"22222222-2222-2222-2222-222222222222\"")],
        Source = "definitions/container-apps/aca-zones.json",
    };

    public static PlanOperation Initiative { get; } = Put(PlanPhase.Initiatives, ArmObjectKind.PolicySetDefinition, Group, "container-apps", PlanAction.Update, "{}") with
    {
        Title = "Container Apps baseline",
        Reasons = ["members.added:aca-https"],
        Risk = PlanRisk.Review,
        Diff =
        [
            Difference("/properties/policyDefinitions/{acaHttps}", null, """{"policyDefinitionReferenceId":"acaHttps","groupNames":["NS-8"]}"""),
            Difference("/properties/policyDefinitions/{acaTls}/groupNames", """["DP-3","NS-8"]""", """["NS-8","DP-3"]"""),
        ],
        Source = "initiative/container-apps.json",
    };

    public static PlanOperation Delete(ArmObjectKind kind, string scope, string name, string title) => new($"7-{kind.Word()}-{name}", PlanLane.Policy, PlanPhase.Deletes, kind, kind.IdAt(scope, name), PlanAction.Delete, null, null)
    {
        Title = title,
        Reasons = ["notDeclared"],
        Risk = PlanRisk.Destructive,
    };

    public static PlanOperation Put(int phase, ArmObjectKind kind, string scope, string name, PlanAction action, string body) =>
        new($"{phase}-{kind.Word()}-{name}", PlanLane.Policy, phase, kind, kind.IdAt(scope, name), action, (ObjectValue)Json(body), null);

    public static PropertyDifference Difference(string path, string? before, string? after) => new(path, before is null ? UndefinedValue.Instance : Json(before), after is null ? UndefinedValue.Instance : Json(after));

    private static PolicyValue Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return PolicyValueReader.FromElement(document.RootElement);
    }
}
