using Plumbline.Planning.Environments;
using Plumbline.Planning.Files;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using static Plumbline.PlanningTests.Operations.Estate;

namespace Plumbline.PlanningTests.Operations;

public sealed class DeploymentPlannerTests
{
    [Fact]
    public void Empty_endpoint_gets_everything_in_the_order_of_dependence()
    {
        var plan = Planned(Environment(), Documents());

        Assert.Equal(["1 Create PolicyDefinition first", "1 Create PolicyDefinition second", "2 Create PolicySetDefinition baseline", "3 Create PolicyAssignment baseline"], Lines(plan));
        Assert.Equal(["100-policyDefinition-first", "100-policyDefinition-second"], plan.Operations[2].DependsOn.ToArray());
    }

    [Fact]
    public void Planning_after_applying_finds_nothing_to_do()
    {
        var live = After(LiveState.Empty, Planned(Environment(), Documents()));

        var again = Planned(Environment(), Documents(), live);

        Assert.Empty(again.Operations);
        Assert.Equal(4, again.Unchanged);
    }

    [Fact]
    public void Planning_twice_gives_the_same_id_and_the_text_reads_back_as_it_was()
    {
        var (first, second) = (Planned(Environment(), Documents()), Planned(Environment(), Documents()));

        Assert.Equal(first.PlanId, second.PlanId);
        var read = PlanFile.Read(new SourceText("plan.json", PlanFile.Write(first)));
        Assert.Equal([], read.Diagnostics);
        Assert.Equal(PlanFile.Write(first), PlanFile.Write(Assert.IsType<DeploymentPlan>(read.Value)));
    }

    [Fact]
    public void Text_that_was_changed_after_it_was_made_is_refused()
    {
        var text = PlanFile.Write(Planned(Environment(), Documents())).Replace("Policy first", "Policy fist", StringComparison.Ordinal);

        var read = PlanFile.Read(new SourceText("plan.json", text));

        Assert.Equal("PLB4054", Assert.Single(read.Diagnostics).Code);
        Assert.Null(read.Value);
    }

    [Fact]
    public void Incompatible_member_gets_a_successor_and_the_initiative_is_changed_in_place()
    {
        var live = After(LiveState.Empty, Planned(Environment(), Documents()));
        var changed = Documents(Definition("first", """{"effect":{"type":"String","defaultValue":"Audit"},"tag":{"type":"String"}}""", version: "2.0.0"), Definition("second"), Initiative("baseline", "first", "second"));

        var plan = Planned(Environment(), changed, live);

        var successor = plan.Operations[0];
        Assert.Equal((PlanAction.Successor, Subscription + "/providers/Microsoft.Authorization/policyDefinitions/first"), (successor.Action, successor.Supersedes));
        Assert.Equal(["parameters.addedWithoutDefault:tag"], successor.Reasons.ToArray());
        Assert.Equal([PlanAction.Successor, PlanAction.Update, PlanAction.Delete], plan.Operations.Select(operation => operation.Action));
        Assert.Empty(Planned(Environment(), changed, After(live, plan)).Operations);
        Assert.Empty(plan.Warnings);
    }

    [Fact]
    public void Incompatible_initiative_gets_a_successor_whose_assignment_is_enforced_before_the_old_one_goes()
    {
        var live = After(LiveState.Empty, Planned(Environment(), Documents()));
        var changed = Documents(Definition("first"), Initiative("baseline", "first"));

        var plan = Planned(Environment(), changed, live);

        Assert.Equal([PlanAction.Successor, PlanAction.Successor, PlanAction.Update, PlanAction.Delete, PlanAction.Delete, PlanAction.Delete], plan.Operations.Select(operation => operation.Action));
        Assert.Equal([2, 3, 6, 7, 7, 7], plan.Operations.Select(operation => operation.Phase));
        Assert.Equal("DoNotEnforce", Mode(plan.Operations[1]));
        Assert.Equal("Default", Mode(plan.Operations[2]));
        Assert.Empty(Planned(Environment(), changed, After(live, plan)).Operations);
    }

    [Fact]
    public void Effects_become_parameters_where_those_are_about_the_chosen_members_alone()
    {
        var environment = Environment(Assignment() with { Effects = [new(new(MemberChoiceKind.Control, "ns-1", At), "deny")], Exclusions = [new(new(MemberChoiceKind.Policy, "second", At), "too early")] });

        var body = Planned(environment, Documents()).Operations[^1].Body;

        Assert.Equal("""{"firstEffect":{"value":"Deny"},"secondEffect":{"value":"Disabled"}}""", PolicyValueWriter.ToCompactJson(((ObjectValue)Assert.IsType<ObjectValue>(body)["properties"])["parameters"]));
    }

    [Fact]
    public void Identity_gets_the_roles_of_members_that_act_and_no_others()
    {
        var documents = Documents(Modifying("first"), Modifying("second", role: "4d97b98b-1d4f-4787-a291-c67834d212e7"), Initiative("baseline", "first", "second"));
        var environment = Environment(Assignment() with { Identity = new(null, "westeurope"), Parameters = Json("""{"firstEffect":"Modify"}""") });

        var plan = Planned(environment, documents);

        var role = Assert.Single(plan.Operations, operation => operation.Kind == ArmObjectKind.RoleAssignment);
        Assert.Equal(("Contributor", Subscription), (role.Title, role.Principal?.Scope));
        Assert.Equal(["first"], role.Principal?.Because.ToArray() ?? []);
        Assert.Equal((3, "DoNotEnforce"), (plan.Operations[3].Phase, Mode(plan.Operations[3])));
        Assert.Equal((6, "Default"), (plan.Operations[5].Phase, Mode(plan.Operations[5])));
        Assert.Empty(Planned(environment, documents, After(LiveState.Empty, plan)).Operations);
    }

    [Fact]
    public void Parameter_that_grants_permissions_gives_the_role_at_what_it_names()
    {
        const string workspace = "/subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/central";
        var document = Modifying("first");
        var parameters = Json("""{"effect":{"type":"String","defaultValue":"Modify","allowedValues":["Audit","Modify"]},"workspace":{"type":"String","metadata":{"assignPermissions":true}}}""");
        var properties = Plumbline.Planning.Comparison.WritableBody.With(document.Properties, "parameters", parameters);
        var documents = Documents(document with { Body = Plumbline.Planning.Comparison.WritableBody.With(document.Body, "properties", properties) });
        var environment = Environment(Assignment("first", "first", ArmObjectKind.PolicyDefinition) with { Identity = new(null, "westeurope"), Parameters = PolicyValueReader.Object(("workspace", new TextValue(workspace))) });

        var roles = Planned(environment, documents).Operations.Where(operation => operation.Kind == ArmObjectKind.RoleAssignment);

        Assert.Equal([Subscription, workspace], roles.Select(role => role.Principal?.Scope).Order());
        Assert.Equal([Subscription, "/subscriptions/99999999-2222-3333-4444-555555555555"], DeploymentPlanner.Query(environment, documents).RoleRoots.ToArray());
        Assert.Equal([Subscription], DeploymentPlanner.Query(environment, Documents(Modifying("first"))).RoleRoots.ToArray());
    }

    [Fact]
    public void Role_that_is_not_needed_any_more_goes_before_its_assignment()
    {
        var documents = Documents(Modifying("first"), Initiative("baseline", "first"));
        var environment = Environment(Assignment() with { Identity = new(null, "westeurope"), Parameters = Json("""{"firstEffect":"Modify"}""") });
        var live = After(LiveState.Empty, Planned(environment, documents));

        var plan = Planned(environment, documents, live, new PlanChoices([], Destroy: true));

        var role = Assert.Single(plan.Operations, operation => operation.Kind == ArmObjectKind.RoleAssignment);
        var assignment = Assert.Single(plan.Operations, operation => operation.Kind == ArmObjectKind.PolicyAssignment);
        Assert.Equal([role.Op], assignment.DependsOn.ToArray());
        Assert.Equal(4, plan.Operations.Count(operation => operation.Action == PlanAction.Delete));
    }

    [Theory]
    [InlineData("Deny", "Audit", PlanRisk.Destructive)]
    [InlineData("Audit", "Disabled", PlanRisk.Destructive)]
    [InlineData("Audit", "Deny", PlanRisk.Review)]
    public void Effect_that_does_less_takes_something_away(string before, string after, PlanRisk risk)
    {
        DeploymentEnvironment With(string effect) => Environment(Assignment() with { Parameters = Json($$"""{"firstEffect":"{{effect}}"}""") });
        var live = After(LiveState.Empty, Planned(With(before), Documents()));

        Assert.Equal([risk], Planned(With(after), Documents(), live).Operations.Select(operation => operation.Risk));
    }

    private static string? Mode(PlanOperation operation) => operation.Body?["properties"] is ObjectValue properties && properties["enforcementMode"] is TextValue mode ? mode.Value : null;
}
