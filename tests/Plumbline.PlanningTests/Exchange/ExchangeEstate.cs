using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.PlanningTests.Operations;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Exchange;

/// <summary>Environments that say everything there is to say.</summary>
internal static class ExchangeEstate
{
    public const string Group = "/providers/Microsoft.Management/managementGroups/contoso";

    public static DeploymentEnvironment Production(string scope = Estate.Subscription) => new("production", "AzureCloud", "99999999-8888-7777-6666-555555555555", scope, Estate.OwnerId, Estate.At)
    {
        Assignments =
        [
            new AssignmentDeclaration("aca-baseline", ArmObjectKind.PolicySetDefinition, "azure-container-apps", [scope], Estate.At)
            {
                DisplayName = "Container Apps ${baseline} of 'production'",
                Parameters = Estate.Json("""{"allowedRegistries":["contoso.azurecr.io","[not an expression"]}"""),
                Effects = [new(new MemberChoice(MemberChoiceKind.Control, "NS-1", Estate.At), "Deny")],
                Exclusions = [new(new MemberChoice(MemberChoiceKind.Reference, "containerAppVolumeMount", Estate.At), "every app mounts its own")],
                Identity = new IdentityDeclaration(null, "westeurope"),
                Messages = [new(null, "See the baseline."), new(new MemberChoice(MemberChoiceKind.Control, "NS-2", Estate.At), "Use the private endpoint.")],
                AdditionalRoles = [new("/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7", scope, Estate.At)],
            },
        ],
        Exemptions =
        [
            new ExemptionDeclaration("legacy-network", new(ExemptionTargetKind.Control, "NS-2", Estate.At), [scope + (scope == Group ? "" : "/resourceGroups/legacy")], "Waiver", new DateTimeOffset(2027, 6, 30, 0, 0, 0, TimeSpan.Zero), "platform@contoso.com", "OPS-99", Estate.At),
        ],
    };

    public static DeploymentEnvironment WithRings() => Production() with
    {
        Ring = "canary",
        Rings =
        [
            new("canary", Estate.At)
            {
                Locations = ["northeurope"],
                Effects = [new(new MemberChoice(MemberChoiceKind.Control, "NS-1", Estate.At), "Audit")],
                EnforcementMode = "DoNotEnforce",
                Gate = new RingGate(5, 0, 99.5m, TimeSpan.FromDays(7)),
            },
            new("all", Estate.At),
        ],
    };

    public static string Member(PolicyValue value, string path) => path.Split('/').Aggregate(value, (at, step) => at switch
    {
        ObjectValue item => item[step],
        ArrayValue list => list.Items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)],
        _ => at,
    }) is TextValue text ? text.Value : "";
}
