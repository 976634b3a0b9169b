using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Scopes;

public sealed class InheritedPolicyTests
{
    private const string Top = "/providers/Microsoft.Management/managementGroups/top";
    private const string Leaf = "/providers/Microsoft.Management/managementGroups/leaf";
    private const string Provider = "/providers/Microsoft.Authorization";
    private const string TopDefinition = Top + Provider + "/policyDefinitions/top-definition";

    [Fact]
    public async Task Assignment_at_a_management_group_denies_in_its_subscriptions()
    {
        await using var session = await (await ManagementGroupTests.TreeAsync()).WithGroupAsync();
        await session.PutOkAsync(TopDefinition, DefinitionBody);
        await session.PutOkAsync(Top + Provider + "/policyAssignments/top", AssignmentBody(TopDefinition));

        var denied = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true));

        Assert.Equal((403, "RequestDisallowedByPolicy"), (denied.Status, denied.Code));
    }

    [Fact]
    public async Task Assignment_of_a_group_does_not_reach_other_subscriptions()
    {
        await using var session = await ManagementGroupTests.TreeAsync();
        await session.PutOkAsync(TopDefinition, DefinitionBody);
        await session.PutOkAsync(Top + Provider + "/policyAssignments/top", AssignmentBody(TopDefinition));
        const string other = "/subscriptions/22222222-3333-4444-5555-666666666666";
        await session.PutAsync("/providers/Microsoft.Subscription/aliases/other", "2021-10-01", $$"""{ "properties": { "subscriptionId": "{{other[15..]}}" } }""");
        Assert.Equal(201, (await session.PutAsync(other + "/resourceGroups/rg", "2021-04-01", """{"location":"westeurope"}""")).Status);

        Assert.Equal(201, (await session.PutAsync(other + "/resourceGroups/rg/providers/Microsoft.App/containerApps/web", ResourceVersion, App(external: true))).Status);
    }

    [Theory]
    [InlineData(Subscription, "", "group leaf own top")]
    [InlineData(Subscription, "?$filter=atScope()", "leaf own top")]
    [InlineData(Subscription, "?$filter=atExactScope()", "own")]
    [InlineData(Subscription + "/resourceGroups/rg", "", "group leaf own top")]
    [InlineData(Subscription + "/resourceGroups/rg", "?$filter=atExactScope()", "group")]
    [InlineData(Leaf, "", "leaf top")]
    [InlineData(Leaf, "?$filter=atExactScope()", "leaf")]
    [InlineData(Top, "?$filter=atScope()", "top")]
    public async Task List_of_assignments_holds_what_applies_to_the_scope(string scope, string filter, string expected)
    {
        await using var session = await (await ManagementGroupTests.TreeAsync()).WithGroupAsync();
        await session.PutOkAsync(TopDefinition, DefinitionBody);
        foreach (var (at, name) in new[] { (Top, "top"), (Leaf, "leaf"), (Subscription, "own"), (Subscription + "/resourceGroups/rg", "group") })
            await session.PutOkAsync($"{at}{Provider}/policyAssignments/{name}", AssignmentBody(TopDefinition));

        var answer = await session.GetAsync($"{scope}{Provider}/policyAssignments{filter}", PolicyVersion);

        Assert.Equal(expected, string.Join(' ', answer.Names));
    }

    [Fact]
    public async Task List_of_definitions_holds_those_above_and_not_those_beside_or_below()
    {
        await using var session = await ManagementGroupTests.TreeAsync();
        await session.PutOkAsync(TopDefinition, DefinitionBody);
        await session.PutOkAsync(Definition, DefinitionBody);

        Assert.Equal(["no-external-ingress", "top-definition"], (await session.GetAsync(Subscription + Provider + "/policyDefinitions", PolicyVersion)).Names);
        Assert.Equal(["top-definition"], (await session.GetAsync(Top + Provider + "/policyDefinitions", PolicyVersion)).Names);
        Assert.Empty((await session.GetAsync(Leaf + Provider + "/policyDefinitions?$filter=atExactScope()", PolicyVersion)).Names);
    }

    [Fact]
    public async Task Definition_below_the_assignment_is_out_of_scope()
    {
        await using var session = await ManagementGroupTests.TreeAsync();
        await session.PutOkAsync(Definition, DefinitionBody);

        var answer = await session.PutAsync(Top + Provider + "/policyAssignments/top", PolicyVersion, AssignmentBody(Definition));
        var set = await session.PutAsync(Top + Provider + "/policySetDefinitions/s", PolicyVersion, SetBody);

        Assert.Equal((400, "InvalidCreatePolicyAssignmentRequest"), (answer.Status, answer.Code));
        Assert.StartsWith(
            "The policy definition specified in policy assignment 'top' is out of scope. Policy definitions should be specified only at or above the policy assignment scope.",
            answer.Message,
            StringComparison.Ordinal);
        Assert.Equal((400, "InvalidCreatePolicySetDefinitionRequest"), (set.Status, set.Code));
    }

    [Theory]
    [InlineData(Top, 24, 201)]
    [InlineData(Top, 25, 400)]
    [InlineData(Subscription, 64, 201)]
    [InlineData(Subscription, 65, 400)]
    public async Task Name_of_an_assignment_has_a_limit_that_depends_on_the_scope(string scope, int length, int status)
    {
        await using var session = await ManagementGroupTests.TreeAsync();
        await session.PutOkAsync(TopDefinition, DefinitionBody);

        var answer = await session.PutAsync($"{scope}{Provider}/policyAssignments/{new string('a', length)}", PolicyVersion, AssignmentBody(TopDefinition));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Exemption_of_a_management_group_holds_in_its_subscriptions()
    {
        await using var session = await (await ManagementGroupTests.TreeAsync()).WithGroupAsync();
        await session.PutOkAsync(TopDefinition, DefinitionBody);
        await session.PutOkAsync(Top + Provider + "/policyAssignments/top", AssignmentBody(TopDefinition));
        await session.PutOkAsync(
            Leaf + Provider + "/policyExemptions/e",
            $$"""{ "properties": { "policyAssignmentId": "{{Top}}{{Provider}}/policyAssignments/top", "exemptionCategory": "Waiver" } }""",
            "2022-07-01-preview");

        Assert.Equal(201, (await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true))).Status);
    }

    [Fact]
    public async Task Assignment_at_a_resource_is_about_it_alone()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Apps + "/web", App(external: false), ResourceVersion);
        await session.PutOkAsync($"{Apps}/web{Provider}/policyAssignments/one", AssignmentBody(Definition));

        Assert.Equal(403, (await session.PutAsync(Apps + "/web", ResourceVersion, App(external: true))).Status);
        Assert.Equal(201, (await session.PutAsync(Apps + "/other", ResourceVersion, App(external: true))).Status);
        Assert.Equal((404, "ResourceNotFound"), (await session.PutAsync($"{Apps}/none{Provider}/policyAssignments/one", PolicyVersion, AssignmentBody(Definition))) is var missing ? (missing.Status, missing.Code) : default);
    }

    [Fact]
    public async Task Tenant_itself_takes_no_assignment()
    {
        await using var session = await StartAsync();

        Assert.Equal(405, (await session.PutAsync(Provider + "/policyAssignments/a", PolicyVersion, AssignmentBody(Definition))).Status);
    }
}
