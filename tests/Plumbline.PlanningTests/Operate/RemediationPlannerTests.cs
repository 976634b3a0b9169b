using Plumbline.Planning.Objects;
using Plumbline.Planning.Operate;
using Plumbline.PlanningTests.Operations;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Operate;

public sealed class RemediationPlannerTests
{
    private const string Scope = Estate.Subscription;
    private const string Provider = Scope + "/providers/Microsoft.Authorization";

    private static readonly SourceLocation At = new("command line");

    [Fact]
    public void Initiative_gives_one_task_for_each_member_that_changes_resources()
    {
        var plan = Plan(PolicyChoice.All);

        Assert.Empty(plan.Diagnostics);
        Assert.Equal(["changing", "tagging"], plan.Tasks.Select(task => task.Member.ReferenceId));
        Assert.Equal(
            $$$$$$"""{"properties":{"policyAssignmentId":"{{{{{{Provider}}}}}}/policyAssignments/baseline","policyDefinitionReferenceId":"changing","resourceDiscoveryMode":"ExistingNonCompliant","resourceCount":50000}}""",
            PolicyValueWriter.ToCompactJson(plan.Tasks[0].Body));
    }

    [Theory]
    [InlineData("policy", "tagging", "tagging")]
    [InlineData("reference", "CHANGING", "changing")]
    [InlineData("control", "NS-1", "changing,tagging")]
    [InlineData("control", "ns-1", "changing,tagging")]
    public void Names_choose_policies(string kind, string name, string expected) =>
        Assert.Equal(expected, string.Join(',', Plan(Choice(kind, name)).Tasks.Select(task => task.Member.ReferenceId)));

    [Theory]
    [InlineData("policy", "taging", "PLB4090", "did you mean 'tagging'?")]
    [InlineData("control", "NS-2", "PLB4090", "did you mean 'NS-1'?")]
    [InlineData("assignment", "basline", "PLB4090", "did you mean 'baseline'?")]
    [InlineData("policy", "auditing", "PLB4091", "choose other policies, or give it another effect in the environment")]
    public void Name_that_chooses_nothing_to_change_is_an_error(string kind, string name, string code, string help)
    {
        var plan = Plan(Choice(kind, name));

        var problem = Assert.Single(plan.Diagnostics);
        Assert.Equal((code, help), (problem.Code, problem.Help));
        Assert.Empty(plan.Tasks);
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(100, "100")]
    [InlineData(101, "100,1")]
    [InlineData(250, "100,100,50")]
    public void More_ids_than_a_filter_takes_make_several_tasks(int count, string sizes)
    {
        var ids = Enumerable.Range(0, count).Select(number => $"{Scope}/resourceGroups/rg/providers/Microsoft.App/containerApps/a{number}");
        var plan = Plan(Choice("reference", "tagging"), choices => choices with { ResourceIds = [.. ids] });

        Assert.Equal(sizes, string.Join(',', plan.Tasks.Select(task => task.ResourceIds)));
        Assert.Equal(plan.Tasks.Length, plan.Tasks.Select(task => task.Name).Distinct().Count());
    }

    [Fact]
    public void Resource_elsewhere_is_an_error() =>
        Assert.Equal(["PLB4093"], Plan(PolicyChoice.All, choices => choices with { ResourceIds = ["/subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/x"] }).Diagnostics.Select(one => one.Code));

    [Fact]
    public void Assignment_without_identity_is_an_error() =>
        Assert.Equal(["PLB4094"], RemediationPlanner.Plan(Deployed(identity: ""), new RemediationChoices(PolicyChoice.All), At).Diagnostics.Select(one => one.Code));

    [Fact]
    public void Effect_that_is_set_to_audit_is_not_offered()
    {
        var plan = RemediationPlanner.Plan(Deployed(parameters: ""","parameters":{"taggingEffect":{"value":"Audit"}}"""), new RemediationChoices(PolicyChoice.All), At);

        Assert.Equal(["changing"], plan.Tasks.Select(task => task.Member.ReferenceId));
    }

    [Fact]
    public void Same_wish_has_the_same_name_and_another_wish_another()
    {
        var (first, again) = (Plan(PolicyChoice.All), Plan(PolicyChoice.All));
        var other = Plan(PolicyChoice.All, choices => choices with { Locations = ["westeurope"] });

        Assert.Equal(first.Tasks.Select(task => task.Name), again.Tasks.Select(task => task.Name));
        Assert.Empty(first.Tasks.Select(task => task.Name).Intersect(other.Tasks.Select(task => task.Name)));
        Assert.All(first.Tasks, task => Assert.Matches("^plumbline-baseline-[a-z]+-[0-9a-f]{10}$", task.Name));
    }

    private static PolicyChoice Choice(string kind, string name) => kind switch
    {
        "policy" => PolicyChoice.All with { Policies = [name] },
        "control" => PolicyChoice.All with { Controls = [name] },
        "reference" => PolicyChoice.All with { References = [name] },
        _ => PolicyChoice.All with { Assignments = [name] },
    };

    private static RemediationPlan Plan(PolicyChoice choice, Func<RemediationChoices, RemediationChoices>? with = null)
    {
        var choices = new RemediationChoices(choice);
        return RemediationPlanner.Plan(Deployed(), with?.Invoke(choices) ?? choices, At);
    }

    private static DeployedPolicies Deployed(string identity = """ "identity":{"type":"SystemAssigned","principalId":"aaaaaaaa-0000-0000-0000-000000000001"}, """, string parameters = "")
    {
        var assignment = Estate.Json($$$$$$"""{"id":"{{{{{{Provider}}}}}}/policyAssignments/baseline","name":"baseline","location":"westeurope",{{{{{{identity}}}}}}"properties":{"policyDefinitionId":"{{{{{{Provider}}}}}}/policySetDefinitions/baseline"{{{{{{parameters}}}}}}}}""");
        PolicyDocument[] definitions = [Estate.Definition("auditing"), Estate.Modifying("changing"), Estate.Modifying("tagging")];
        var set = Estate.Initiative("baseline", "auditing", "changing", "tagging");
        var json = PolicyValueWriter.ToCompactJson(set.Body).Replace("/providers/Microsoft.Management/managementGroups/placeholder", Scope, StringComparison.Ordinal)
            .Replace("\"changingEffect\":{\"type\":\"String\",\"defaultValue\":\"Audit\"", "\"changingEffect\":{\"type\":\"String\",\"defaultValue\":\"Modify\"", StringComparison.Ordinal)
            .Replace("\"taggingEffect\":{\"type\":\"String\",\"defaultValue\":\"Audit\"", "\"taggingEffect\":{\"type\":\"String\",\"defaultValue\":\"Modify\"", StringComparison.Ordinal);
        var documents = new DeployedDocuments(
            [new ArmObject(ArmObjectKind.PolicyAssignment, $"{Provider}/policyAssignments/baseline", assignment)],
            [
                .. definitions.Select(one => new ArmObject(ArmObjectKind.PolicyDefinition, $"{Provider}/policyDefinitions/{one.Name}", one.Body)),
                new ArmObject(ArmObjectKind.PolicySetDefinition, $"{Provider}/policySetDefinitions/baseline", Estate.Json(json)),
            ]);
        return new DeployedPolicies(Estate.Environment(), documents);
    }
}
