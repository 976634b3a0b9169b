using System.Collections.Immutable;
using Plumbline.Cli.Environments;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Files;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.SnapshotTests.Verification;

namespace Plumbline.SnapshotTests.Planning;

/// <summary>The file of a plan, made by the planner from two documents of this checkout: one is new with an exemption, one was deployed in another form, one is not declared any more.</summary>
public sealed class PlanFileTests
{
    private const string Subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";

    private static readonly SourceLocation At = new("plumbline.yaml", new TextSpan(7, 9));

    [Fact]
    public void Plan_json_is_as_accepted()
    {
        var text = PlanFile.Write(Plan());

        Verifier.Verify(text, "json");
        Assert.Equal(text, PlanFile.Write(Assert.IsType<DeploymentPlan>(PlanFile.Read(new SourceText("plan.json", text)).Value)));
    }

    private static DeploymentPlan Plan()
    {
        var environment = new DeploymentEnvironment("production", "AzureCloud", null, Subscription, "2f6f1d0a-93b4-4e53-8f3e-5a0c6d1b7e42", At)
        {
            Assignments = [Assignment("aca-image-no-latest-tag"), Assignment("aca-ip-rules-not-open")],
            Exemptions =
            [
                new("old-shop", new(ExemptionTargetKind.Policy, "aca-image-no-latest-tag", At), [Subscription + "/resourceGroups/shop"], "Waiver", new(2027, 1, 31, 23, 59, 59, TimeSpan.Zero), "shop team", "SHOP-17", At),
            ],
        };
        var earlier = environment with { Assignments = [Assignment("aca-ip-rules-not-open") with { Parameters = PolicyValueReader.Object(("effect", new TextValue("Audit"))) }, Assignment("aca-job-managed-identity")], Exemptions = [] };
        return Planned(environment, Deployed(Planned(earlier, LiveState.Empty)));
    }

    private static AssignmentDeclaration Assignment(string policy) => new(policy, ArmObjectKind.PolicyDefinition, policy, [Subscription], At) { Parameters = PolicyValueReader.Object(("effect", new TextValue("Deny"))) };

    private static DeploymentPlan Planned(DeploymentEnvironment environment, LiveState live)
    {
        var documents = Assert.IsType<PolicyDocuments>(PolicyDocumentReader.Read(Checkout.Workspace).Value);
        var header = new PlanHeader(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero), "plumbline/0.1.0", null);
        var result = DeploymentPlanner.Plan(new PlanRequest(environment, documents, live, PlanChoices.None, header));
        Assert.Equal([], result.Diagnostics.Select(diagnostic => diagnostic.Message));
        var plan = Assert.IsType<DeploymentPlan>(result.Plan);

        // The digests of inputs change with every document of the checkout.
        return PlanFile.WithId(plan with { Inputs = new(ObjectDigest.OfText("declarations"), ObjectDigest.OfText("documents"), ObjectDigest.OfText("built-ins")) });
    }

    private static LiveState Deployed(DeploymentPlan plan) => new(
        [.. plan.Operations.Select(operation => new ArmObject(operation.Kind, operation.Id, WritableBody.With(operation.Body ?? new ObjectValue([]), "id", new TextValue(operation.Id)))).OrderBy(one => one.Id, StringComparer.Ordinal)],
        ImmutableArray<ArmObject>.Empty,
        "arm");
}
