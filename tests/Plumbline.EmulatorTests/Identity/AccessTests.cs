using System.Net.Http.Headers;
using Plumbline.Emulator.Identity;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Identity;

public sealed class AccessTests
{
    private const string Root = "/providers/Microsoft.Management/managementGroups/" + Tenant;

    [Fact]
    public async Task Reader_reads_and_cannot_write()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/web", App(external: false), ResourceVersion);
        await session.AsAsync(EmulatorPrincipal.Reader);

        Assert.Equal(200, (await session.GetAsync(Apps + "/web", ResourceVersion)).Status);
        Assert.Equal(200, (await session.PostAsync($"{Subscription}/providers/Microsoft.PolicyInsights/policyStates/latest/queryResults", InsightsVersion)).Status);
        var refused = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: false));

        Assert.Equal((403, "AuthorizationFailed"), (refused.Status, refused.Code));
        Assert.Equal(
            $"The client '{EmulatorPrincipal.Reader.AppId}' with object id '{EmulatorPrincipal.Reader.ObjectId}' does not have authorization to perform action "
            + $"'Microsoft.App/containerApps/write' over scope '{Apps}/web' or the scope is invalid. If access was recently granted, please refresh your credentials.",
            refused.Message);
    }

    [Theory]
    [InlineData("DELETE", Apps + "/web", ResourceVersion)]
    [InlineData("PUT", Definition, PolicyVersion)]
    [InlineData("PATCH", Assignment, PolicyVersion)]
    [InlineData("PUT", Subscription + "/resourceGroups/other", "2021-04-01")]
    [InlineData("POST", Subscription + "/providers/Microsoft.PolicyInsights/policyStates/latest/triggerEvaluation", InsightsVersion)]
    [InlineData("PUT", Root, "2021-04-01")]
    [InlineData("PUT", "/providers/Microsoft.Subscription/aliases/a", "2021-10-01")]
    [InlineData("PUT", Subscription + "/resourceGroups/providers", "2021-04-01")]
    [InlineData("DELETE", Apps + "/providers", ResourceVersion)]
    [InlineData("GET", "/emulator/state", null)]
    public async Task Reader_is_refused(string method, string path, string? version)
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.AsAsync(EmulatorPrincipal.Reader);

        var answer = await session.SendAsync(new HttpMethod(method), path, version, method == "PUT" ? "{}" : null);

        Assert.Equal((403, "AuthorizationFailed"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Contributor_changes_resources_but_neither_policies_nor_access()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.AsAsync(EmulatorPrincipal.Contributor);

        Assert.Equal(201, (await session.PutAsync(Apps + "/web", ResourceVersion, App(external: false))).Status);
        Assert.Equal((403, "AuthorizationFailed"), (await session.PutAsync(Definition, PolicyVersion, DefinitionBody)) is var one ? (one.Status, one.Code) : default);
        Assert.Equal(403, (await session.PutAsync(Roles.At(Subscription, 1), Roles.Version, Roles.Body(EmulatorPrincipal.Contributor.ObjectId, Roles.Owner))).Status);
    }

    [Fact]
    public async Task Role_at_a_resource_group_shows_that_group_alone()
    {
        await using var session = await (await (await StartAsync(principals: [EmulatorPrincipal.Owner, Nobody])).WithGroupAsync()).WithGroupAsync("other");
        await session.PutOkAsync(Apps + "/web", App(external: false), ResourceVersion);
        Assert.Equal(201, (await session.PutAsync(Roles.At($"{Subscription}/resourceGroups/rg", 1), Roles.Version, Roles.Body(Nobody.ObjectId, Roles.Reader))).Status);
        await session.AsAsync(Nobody);

        Assert.Equal(["rg"], (await session.GetAsync($"{Subscription}/resourceGroups", "2021-04-01")).Names);
        Assert.Equal(["web"], (await session.GetAsync($"{Subscription}/resources", "2021-04-01")).Names);
        Assert.Equal(200, (await session.GetAsync(Subscription, "2022-12-01")).Status);
        Assert.Single((await session.GetAsync("/subscriptions", "2022-12-01")).List("id"));
        Assert.Equal(200, (await session.GetAsync(Apps + "/web", ResourceVersion)).Status);
        Assert.Equal(403, (await session.GetAsync($"{Subscription}/resourceGroups/other", "2021-04-01")).Status);
        Assert.Equal(403, (await session.GetAsync($"{Authorization}/policyAssignments", PolicyVersion)).Status);
    }

    [Fact]
    public async Task Principal_without_a_role_sees_no_subscription()
    {
        await using var session = await StartAsync(principals: [EmulatorPrincipal.Owner, Nobody]);
        await session.AsAsync(Nobody);

        Assert.Empty((await session.GetAsync("/subscriptions", "2022-12-01")).List("id"));
        Assert.Empty((await session.GetAsync("/providers/Microsoft.Management/managementGroups", "2021-04-01")).List("id"));
        Assert.Equal(403, (await session.GetAsync($"{Subscription}/resourceGroups", "2021-04-01")).Status);
        Assert.Equal(404, (await session.GetAsync("/subscriptions/00000000-0000-0000-0000-00000000dead/resourceGroups", "2021-04-01")).Status);
    }

    [Fact]
    public async Task Role_at_a_management_group_holds_in_its_subscriptions_while_they_are_in_it()
    {
        await using var session = await (await StartAsync(principals: [EmulatorPrincipal.Owner, Nobody])).WithGroupAsync();
        const string group = "/providers/Microsoft.Management/managementGroups/team";
        var subscription = group + Subscription;
        await session.PutAsync(group, "2021-04-01", "{}");
        await session.PutAsync(subscription, "2021-04-01", "{}");
        await session.PutAsync(Roles.At(group, 1), Roles.Version, Roles.Body(Nobody.ObjectId, Roles.Reader));
        await session.AsAsync(Nobody);
        Assert.Equal(200, (await session.GetAsync($"{Subscription}/resourceGroups/rg", "2021-04-01")).Status);

        await session.AsOwner().DeleteAsync(subscription, "2021-04-01");
        await session.AsAsync(Nobody);

        Assert.Equal(403, (await session.GetAsync($"{Subscription}/resourceGroups/rg", "2021-04-01")).Status);
    }

    [Fact]
    public async Task Exemption_needs_the_permission_to_exempt_from_its_assignment()
    {
        await using var session = await (await StartAsync(principals: [EmulatorPrincipal.Owner, Nobody])).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Definition));
        await session.PutAsync(Roles.At($"{Subscription}/resourceGroups/rg", 1), Roles.Version, Roles.Body(Nobody.ObjectId, Roles.PolicyContributor));
        await session.AsAsync(Nobody);

        var answer = await session.PutAsync(
            $"{Subscription}/resourceGroups/rg/providers/Microsoft.Authorization/policyExemptions/e",
            "2022-07-01-preview",
            $$"""{ "properties": { "policyAssignmentId": "{{Assignment}}", "exemptionCategory": "Waiver" } }""");

        Assert.Equal((403, "LinkedAuthorizationFailed"), (answer.Status, answer.Code));
        Assert.Contains($"'Microsoft.Authorization/policyAssignments/exempt/action' on the linked scope(s) '{Assignment}'", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permissions_are_those_of_the_caller()
    {
        await using var session = await StartAsync();
        await session.AsAsync(EmulatorPrincipal.Reader);

        var answer = await session.GetAsync($"{Authorization}/permissions", Roles.Version);

        Assert.Equal("""{"value":[{"actions":["*/read"],"notActions":[],"dataActions":[],"notDataActions":[]}]}""", answer.Json.ToJsonString());
    }

    [Fact]
    public async Task What_is_written_carries_its_writer()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/web", App(external: false), ResourceVersion);
        await session.AsAsync(EmulatorPrincipal.Contributor);

        var answer = await session.PutAsync(Apps + "/web", ResourceVersion, App(external: false));

        Assert.Equal(EmulatorPrincipal.Owner.ObjectId, answer.At("systemData/createdBy"));
        Assert.Equal((EmulatorPrincipal.Contributor.ObjectId, "Application"), (answer.At("systemData/lastModifiedBy"), answer.At("systemData/lastModifiedByType")));
    }

    [Fact]
    public async Task Managed_identity_header_of_a_token_is_not_enough_without_a_role()
    {
        await using var session = await StartAsync(principals: [EmulatorPrincipal.Owner, Nobody]);
        session.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await session.TokenOfAsync(Nobody));

        Assert.Equal(403, (await session.GetAsync(Subscription, "2022-12-01")).Status);
    }

    /// <summary>A principal whose only role is one that allows nothing where ARM is asked.</summary>
    internal static EmulatorPrincipal Nobody { get; } = new(
        "0e3f1c5a-1b2c-4d5e-8f90-123456789abc", "77777777-7777-7777-7777-777777777777", null, "Nobody", "Key Vault Secrets User", "/subscriptions/00000000-0000-0000-0000-000000000001");
}
