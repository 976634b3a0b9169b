using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using static Plumbline.SnapshotTests.Planning.SampleOperations;

namespace Plumbline.SnapshotTests.Planning;

/// <summary>A plan with every kind of change, and one without any.</summary>
internal static class SamplePlan
{
    private static readonly PlanOperation Assignment = Put(PlanPhase.Assignments, ArmObjectKind.PolicyAssignment, Group, "aca-baseline", PlanAction.Create, $$$"""{"location":"westeurope","identity":{"type":"SystemAssigned"},"properties":{"policyDefinitionId":"{{{Group}}}/providers/Microsoft.Authorization/policySetDefinitions/container-apps","enforcementMode":"DoNotEnforce","notScopes":["{{{Subscription}}}/resourceGroups/sandbox"],"parameters":{"effect":{"value":"Deny"} } } }""") with { Title = "Container Apps baseline", Risk = PlanRisk.Review, Source = "plumbline.yaml:14" };

    private static readonly PlanOperation Stopped = Put(PlanPhase.Assignments, ArmObjectKind.PolicyAssignment, Subscription, "tags", PlanAction.Update, """{"properties":{"enforcementMode":"DoNotEnforce"}}""") with
    {
        Title = "Tags", Reasons = ["enforcementMode"], Risk = PlanRisk.Review, Source = "plumbline.yaml:31",
        Diff = [Difference("/properties/enforcementMode", "\"Default\"", "\"DoNotEnforce\"")],
    };

    private static readonly PlanOperation MovedStart = Put(PlanPhase.Assignments, ArmObjectKind.PolicyAssignment, Subscription, "logs-p9c1e", PlanAction.Successor, """{"location":"northeurope","properties":{"enforcementMode":"DoNotEnforce"}}""") with
    {
        Title = "Send logs", Reasons = ["location"], Risk = PlanRisk.Review, Source = "plumbline.yaml:40",
        Supersedes = ArmObjectKind.PolicyAssignment.IdAt(Subscription, "logs"),
    };

    private static readonly PlanOperation MovedEnd = Put(PlanPhase.Enforcement, ArmObjectKind.PolicyAssignment, Subscription, "logs-p9c1e", PlanAction.Update, """{"properties":{"enforcementMode":"Default"}}""") with
    {
        Title = "Send logs", Reasons = ["enforcementMode"], Risk = PlanRisk.Review, Source = "plumbline.yaml:40",
        Diff = [Difference("/properties/enforcementMode", "\"DoNotEnforce\"", "\"Default\"")],
    };

    private static readonly PlanOperation Role = new("4-role", PlanLane.Rbac, PlanPhase.Roles, ArmObjectKind.RoleAssignment, $"{Subscription}/providers/Microsoft.Authorization/roleAssignments/{{principal}}", PlanAction.Create, null, "plumbline.yaml:14")
    {
        Title = "Contributor", Risk = PlanRisk.Review,
        Principal = new(Assignment.Id, null, Contributor, "Contributor", Subscription, ["acaLogs", "acaZones"]),
    };

    private static readonly PlanOperation Exemption = Put(PlanPhase.Exemptions, ArmObjectKind.PolicyExemption, $"{Subscription}/resourceGroups/legacy", "legacy-registry", PlanAction.Create, $$$"""{"properties":{"policyAssignmentId":"{{{Assignment.Id}}}","policyDefinitionReferenceIds":["acaRegistry"],"exemptionCategory":"Waiver","expiresOn":"2027-01-31T00:00:00Z"}}""") with { Lane = PlanLane.Exemption, Title = "Legacy images", Risk = PlanRisk.Review, Source = "exemptions/legacy.yaml:3" };

    private static readonly PlanOperation Enforced = Put(PlanPhase.Enforcement, ArmObjectKind.PolicyAssignment, Group, "aca-baseline", PlanAction.Update, """{"properties":{"enforcementMode":"Default"}}""") with
    {
        Title = "Container Apps baseline", Reasons = ["enforcementMode"], Risk = PlanRisk.Review, Source = "plumbline.yaml:14",
        Diff = [Difference("/properties/enforcementMode", "\"DoNotEnforce\"", "\"Default\"")],
    };

    public static DeploymentPlan OfEveryKind { get; } = Plan(
        [
            Adopted, NewDefinition, Wording, ChangedDefinition, Followed, Initiative, Assignment, MovedStart, Stopped, Role, Exemption, Enforced, MovedEnd,
            Delete(ArmObjectKind.PolicyExemption, $"{Subscription}/resourceGroups/old", "old-images", "Old images"),
            Delete(ArmObjectKind.RoleAssignment, Subscription, "33333333-3333-3333-3333-333333333333", "Monitoring Contributor") with
            {
                Lane = PlanLane.Rbac,
                Inverse = new(Put(0, ArmObjectKind.RoleAssignment, Subscription, "", PlanAction.Create, """{"properties":{"description":"plumbline:22222222-2222-2222-2222-222222222222:prod:legacy"}}""").Body),
            },
            Delete(ArmObjectKind.PolicyAssignment, Subscription, "logs", "Send logs"),
            Delete(ArmObjectKind.PolicyAssignment, Group, "legacy", "Legacy baseline"),
            Delete(ArmObjectKind.PolicySetDefinition, Group, "legacy-baseline", "Legacy baseline"),
            Delete(ArmObjectKind.PolicyDefinition, Group, "aca-tls", "Container Apps use a current TLS"),
        ],
        [new($"{Group}/providers/Microsoft.Authorization/policyAssignments/SecurityCenterBuiltIn", "defender"), new($"{Group}/providers/Microsoft.Authorization/policyDefinitions/other", "unmarked"), new($"{Group}/providers/Microsoft.Authorization/policyDefinitions/theirs", "epac:55555555-5555-5555-5555-555555555555")],
        [new("PLB4047", "The built-in 'Audit virtual machines' moved from 1.0.0 to 1.1.0: its rule is not what was reviewed")],
        Impact);

    public static DeploymentPlan Refused { get; } = Plan([Delete(ArmObjectKind.PolicyDefinition, Group, "hub-prod-core", "Core")], [], [], null) with
    {
        Refusals = [new("PLB4049", "The plan deletes 'hub-prod-core', which 'guards.protect' protects with '*-prod-core'")],
    };

    public static DeploymentPlan WithoutChanges { get; } = Plan([], [], [], null);

    private static PlanImpact Impact => new(
        ["repository templates (12 resources)", "inventory.json (108 resources)"], 120,
        [new("DP-3", 40, 0, 2, 0, 0, 0), new("IM-1", 120, 0, 0, 0, 0, 0), new("NS-8", 37, 3, 0, 1, 0, 0), new("LT-3", 118, 0, 0, 0, 1, 2)],
        [
            new("main.bicep: app 'shop'", "acaHttps", "denied", "infra/main.bicep:31"),
            new($"{Subscription}/resourceGroups/web/providers/Microsoft.App/containerApps/shop", "acaHttps", "newlyNonCompliant", null),
            new($"{Subscription}/resourceGroups/web/providers/Microsoft.App/managedEnvironments/env", "acaLogs", "deployed", null),
            new($"{Subscription}/resourceGroups/web/providers/Microsoft.App/containerApps/api", "acaTls", "newlyCompliant", null),
        ]);

    private static DeploymentPlan Plan(ImmutableArray<PlanOperation> operations, ImmutableArray<ForeignObject> foreign, ImmutableArray<PlanWarning> warnings, PlanImpact? impact) => new(
        new PlanHeader(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero), "plumbline/1.2.0", "8c1f3a2"),
        new PlanEnvironment("prod", "AzureCloud", null, Group, "22222222-2222-2222-2222-222222222222", "canary"),
        new PlanInputs("sha256:1", "sha256:2", "sha256:3"),
        new PlanBaseline("sha256:4", "arm", ImmutableSortedDictionary<string, int>.Empty.Add("policyDefinitions", 41)),
        new PlanLimits(10, ["*-prod-core"], []),
        operations, 134, foreign, warnings, impact) { PlanId = "sha256:0f6e3b9d4c2a18577e90aa51c3d2e4f60718293a4b5c6d7e8f9012345678abcd" };
}
