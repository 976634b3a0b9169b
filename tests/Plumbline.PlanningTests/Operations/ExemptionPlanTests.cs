using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;
using static Plumbline.PlanningTests.Operations.Estate;

namespace Plumbline.PlanningTests.Operations;

public sealed class ExemptionPlanTests
{
    private const string Group = Subscription + "/resourceGroups/legacy";

    [Theory]
    [InlineData(ExemptionTargetKind.Control, "NS-1", null)]
    [InlineData(ExemptionTargetKind.Policy, "first", """["first"]""")]
    [InlineData(ExemptionTargetKind.Initiative, "baseline", null)]
    [InlineData(ExemptionTargetKind.Assignment, "baseline", null)]
    public void Exemption_is_from_the_assignments_and_members_its_target_means(ExemptionTargetKind kind, string name, string? references)
    {
        var plan = Planned(With(Exemption("waived", kind, name)), Documents());

        var exemption = Assert.Single(plan.Operations, operation => operation.Kind == ArmObjectKind.PolicyExemption);
        Assert.Equal($"{Group}/providers/Microsoft.Authorization/policyExemptions/waived", exemption.Id);
        var properties = Assert.IsType<ObjectValue>(exemption.Body?["properties"]);
        Assert.Equal(references, properties["policyDefinitionReferenceIds"] is ArrayValue ids ? PolicyValueWriter.ToCompactJson(ids) : null);
    }

    [Fact]
    public void New_assignment_with_an_exemption_is_enforced_when_the_exemption_is_there()
    {
        var plan = Planned(With(Exemption("waived", ExemptionTargetKind.Policy, "first")), Documents());

        Assert.Equal(["3 Create PolicyAssignment baseline", "5 Create PolicyExemption waived", "6 Update PolicyAssignment baseline"], Lines(plan)[3..]);
        Assert.Contains(plan.Operations[4].Op, plan.Operations[5].DependsOn);
    }

    [Fact]
    public void Stricter_assignment_waits_for_its_new_exemption()
    {
        var live = After(LiveState.Empty, Planned(Environment(), Documents()));
        var environment = With(Exemption("waived", ExemptionTargetKind.Policy, "first"), Assignment() with { Parameters = Json("""{"firstEffect":"Deny"}""") });

        var plan = Planned(environment, Documents(), live);

        Assert.Equal(["5 Create PolicyExemption waived", "6 Update PolicyAssignment baseline"], Lines(plan));
    }

    [Fact]
    public void Several_assignments_give_an_exemption_each()
    {
        var environment = Environment(Assignment(), Assignment("direct", "first", ArmObjectKind.PolicyDefinition)) with { Exemptions = [Exemption("waived", ExemptionTargetKind.Policy, "first")] };

        var names = Planned(environment, Documents()).Operations.Where(operation => operation.Kind == ArmObjectKind.PolicyExemption).Select(operation => operation.Id[(Group.Length + 52)..]);

        Assert.Equal(["waived-baseline", "waived-direct"], names.Order());
    }

    [Fact]
    public void Exemption_moves_along_with_the_successor_of_its_assignment()
    {
        var environment = With(Exemption("waived", ExemptionTargetKind.Policy, "first"));
        var live = After(LiveState.Empty, Planned(environment, Documents()));
        var smaller = Documents(Definition("first"), Initiative("baseline", "first"));

        var plan = Planned(environment, smaller, live);

        Assert.Equal(
            [(PlanAction.Successor, 2), (PlanAction.Successor, 3), (PlanAction.Successor, 5), (PlanAction.Update, 6), (PlanAction.Delete, 7), (PlanAction.Delete, 7), (PlanAction.Delete, 7), (PlanAction.Delete, 7)],
            plan.Operations.Select(operation => (operation.Action, operation.Phase)));
        Assert.Empty(Planned(environment, smaller, After(live, plan)).Operations);
    }

    [Theory]
    [InlineData(ExemptionTargetKind.Policy, "frist", Group, "PLB4052")]
    [InlineData(ExemptionTargetKind.Policy, "first", "/subscriptions/22222222-2222-3333-4444-555555555555", "PLB4052")]
    public void Exemption_from_nothing_is_an_error(ExemptionTargetKind kind, string name, string scope, string code) =>
        Assert.Equal([code], Plan(With(Exemption("waived", kind, name) with { Scopes = [scope] }), Documents()).Diagnostics.Select(diagnostic => diagnostic.Code));

    [Fact]
    public void Two_exemptions_of_one_name_at_one_scope_are_an_error()
    {
        var environment = Environment() with { Exemptions = [Exemption("waived", ExemptionTargetKind.Policy, "first"), Exemption("waived", ExemptionTargetKind.Policy, "second")] };

        Assert.Equal(["PLB4053"], Plan(environment, Documents()).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Five_thousand_exemptions_are_planned_from_the_same_few_lists()
    {
        var many = Enumerable.Range(0, 5000).Select(i => Exemption($"waived-{i}", ExemptionTargetKind.Policy, "first") with { Scopes = [$"{Subscription}/resourceGroups/group-{i}"] });
        var environment = Environment() with { Exemptions = [.. many] };

        var query = Planning.Operations.DeploymentPlanner.Query(environment, Documents());

        Assert.Equal([Subscription], query.ExemptionRoots.ToArray());
        Assert.Equal(5005, Planned(environment, Documents()).Operations.Length);
    }

    private static ExemptionDeclaration Exemption(string name, ExemptionTargetKind kind, string target) =>
        new(name, new(kind, target, At), [Group], "Waiver", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), "app team", "CHG-1", At);

    private static DeploymentEnvironment With(ExemptionDeclaration exemption, params ImmutableArray<AssignmentDeclaration> assignments) => Environment(assignments) with { Exemptions = [exemption] };
}
