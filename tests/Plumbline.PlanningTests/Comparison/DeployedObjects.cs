using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Plans;
using Plumbline.PlanningTests.Operations;
using Plumbline.Policy.Values;
using static Plumbline.PlanningTests.Operations.Estate;

namespace Plumbline.PlanningTests.Comparison;

/// <summary>Every object of a deployment of the whole Container Apps baseline with everything an assignment and an exemption can have.</summary>
internal static class DeployedObjects
{
    public static DeploymentEnvironment Full { get; } = Environment(Assignment("azure-container-apps", "azure-container-apps") with
    {
        Description = "The baseline",
        NotScopes = [Subscription + "/resourceGroups/free", Subscription + "/resourceGroups/Sandbox"],
        Parameters = Json("""{"allowedRegistries":["contoso.azurecr.io","mcr.microsoft.com"]}"""),
        Effects = [new(new(MemberChoiceKind.Control, "NS-2", At), "Deny")],
        Exclusions = [new(new(MemberChoiceKind.Policy, "aca-auth-issuer-allowed", At), "single zone")],
        Identity = new(null, "westeurope"),
        ResourceSelectors = [Json("""{"name":"eu","selectors":[{"kind":"resourceLocation","in":["westeurope","northeurope"]}]}""")],
        Messages = [new(null, "Ask the platform team."), new(new(MemberChoiceKind.Control, "NS-1", At), "See the network guide.")],
    }) with
    {
        Exemptions =
        [
            new("legacy", new(ExemptionTargetKind.Control, "NS-1", At), [Subscription + "/resourceGroups/legacy"], "Waiver", new(2027, 1, 31, 23, 59, 59, TimeSpan.Zero), "app team", "CHG-1", At)
            {
                Description = "until it is replaced",
                ResourceSelectors = [Json("""{"name":"apps","selectors":[{"kind":"resourceType","in":["Microsoft.App/containerApps"]}]}""")],
            },
        ],
    };

    public static ImmutableArray<PlanOperation> All { get; } = Planned(Usable(Full), Checkout.Documents).Operations;

    // Names of policies may change with the catalog; a choice that means nothing any more is left out.
    private static DeploymentEnvironment Usable(DeploymentEnvironment environment)
    {
        var result = Estate.Plan(environment, Checkout.Documents);
        var empty = result.Diagnostics.Where(diagnostic => diagnostic.Code is "PLB4041" or "PLB4042").ToArray();
        Assert.True(empty.Length == 0, string.Join('\n', empty.Select(diagnostic => diagnostic.Message)));
        return environment;
    }

    public static ObjectValue BodyOf(PlanOperation operation) => Assert.IsType<ObjectValue>(operation.Body);
}
