using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Scopes;

public sealed class ManagementGroupTests
{
    private const string Version = "2021-04-01";
    private const string Groups = "/providers/Microsoft.Management/managementGroups";
    private const string Root = Groups + "/" + Tenant;

    [Fact]
    public async Task Root_group_exists_from_the_start_and_holds_the_subscription()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync(Root + "?$expand=children", Version);

        Assert.Equal(("Tenant Root Group", Tenant), (answer.At("properties/displayName"), answer.At("properties/tenantId")));
        Assert.Equal(
            $$"""[{"type":"/subscriptions","id":"{{Subscription}}","name":"{{Subscription[15..]}}","displayName":"Plumbline emulator"}]""", answer.At("properties/children"));
        Assert.Equal([Tenant], (await session.GetAsync(Groups, Version)).Names);
    }

    [Fact]
    public async Task New_group_is_accepted_and_there_at_once()
    {
        await using var session = await StartAsync();

        var made = await session.PutAsync(Groups + "/team", Version, """{ "properties": { "displayName": "Team" } }""");
        var polled = await session.SendAsync(HttpMethod.Get, made.Headers["Location"], null);

        Assert.Equal((202, "NotStarted"), (made.Status, made.At("status")));
        Assert.Equal(200, polled.Status);
        Assert.Equal((Groups + "/team", "Microsoft.Management/managementGroups", "team"), (polled.At("id"), polled.At("type"), polled.At("name")));
        Assert.Equal((Tenant, "Team"), (polled.At("properties/tenantId"), polled.At("properties/displayName")));
        Assert.Equal("""{"version":1,"updatedTime":"2026-03-04T05:06:07.0000000Z","updatedBy":"5b7a2f0e-9c41-4d63-8e0f-2a1d6c3b4e95","parent":""", polled.At("properties/details")?[..118]);
        Assert.Equal((Root, "Tenant Root Group"), (polled.At("properties/details/parent/id"), polled.At("properties/details/parent/displayName")));
        Assert.Equal((200, "2"), (await session.PutAsync(Groups + "/team", Version, """{ "properties": { "displayName": "Crew" } }""")) is var again ? (again.Status, again.At("properties/details/version")) : default);
    }

    [Fact]
    public async Task Group_shows_what_is_above_and_below()
    {
        await using var session = await TreeAsync();

        var leaf = await session.GetAsync(Groups + "/leaf?$expand=ancestors", Version);
        var top = await session.GetAsync(Groups + "/top?$expand=children&$recurse=true", Version);
        var descendants = await session.GetAsync(Groups + "/top/descendants", Version);

        Assert.Equal($$"""["top","{{Tenant}}"]""", leaf.At("properties/details/managementGroupAncestors"));
        Assert.Equal("top", leaf.At("properties/details/parent/name"));
        Assert.Equal("leaf", top.At("properties/children/0/name"));
        Assert.Equal(Subscription, top.At("properties/children/0/children/0/id"));
        Assert.Equal([Groups + "/leaf", Subscription], descendants.List("id"));
        Assert.Equal([Groups + "/top", Groups + "/leaf"], descendants.Json["value"]?.AsArray().Select(item => item?["properties"]?["parent"]?["id"]?.ToString() ?? "") ?? []);
    }

    [Fact]
    public async Task Subscription_moves_from_group_to_group_and_back_to_the_root()
    {
        await using var session = await TreeAsync();

        var moved = await session.PutAsync(Groups + "/top" + Subscription, Version, "{}");
        Assert.Equal((200, Groups + "/top"), (moved.Status, moved.At("properties/parent/id")));
        Assert.Equal((404, "NotFound"), (await session.GetAsync(Groups + "/leaf" + Subscription, Version)) is var old ? (old.Status, old.Code) : default);
        Assert.Equal(200, (await session.GetAsync(Groups + "/top" + Subscription, Version)).Status);
        Assert.Equal(204, (await session.DeleteAsync(Groups + "/leaf" + Subscription, Version)).Status);
        Assert.Equal(200, (await session.DeleteAsync(Groups + "/top" + Subscription, Version)).Status);

        Assert.Equal([Root + Subscription], (await session.GetAsync(Root + "/subscriptions", Version)).List("id"));
    }

    [Fact]
    public async Task Patch_renames_and_moves()
    {
        await using var session = await TreeAsync();

        var answer = await session.SendAsync(HttpMethod.Patch, Groups + "/leaf", Version, $$"""{ "displayName": "Leaf", "parentGroupId": "{{Root}}" }""");

        Assert.Equal((200, "Leaf", Tenant), (answer.Status, answer.At("properties/displayName"), answer.At("properties/details/parent/name")));
    }

    [Fact]
    public async Task Group_with_children_is_not_deleted_and_takes_its_policies_with_it_when_it_is()
    {
        await using var session = await TreeAsync();
        await session.PutOkAsync(Groups + "/leaf/providers/Microsoft.Authorization/policyDefinitions/d", DefinitionBody);

        Assert.Equal(400, (await session.DeleteAsync(Groups + "/leaf", Version)).Status);
        await session.DeleteAsync(Groups + "/leaf" + Subscription, Version);
        Assert.Equal(202, (await session.DeleteAsync(Groups + "/leaf", Version)).Status);

        Assert.Equal(204, (await session.DeleteAsync(Groups + "/leaf", Version)).Status);
        Assert.Equal((404, "ManagementGroupNotFound"), (await session.GetAsync(Groups + "/leaf/providers/Microsoft.Authorization/policyDefinitions/d", PolicyVersion)) is var gone ? (gone.Status, gone.Code) : default);
    }

    [Theory]
    [InlineData("/bad*name", "{}", 400)]
    [InlineData("/dot.", "{}", 400)]
    [InlineData("/team", """{ "properties": { "displayName": "" } }""", 400)]
    [InlineData("/team", """{ "properties": { "details": { "parent": { "id": "/providers/Microsoft.Management/managementGroups/none" } } } }""", 404)]
    [InlineData("/top", """{ "properties": { "details": { "parent": { "id": "/providers/Microsoft.Management/managementGroups/leaf" } } } }""", 400)]
    [InlineData("/" + Tenant, """{ "properties": { "details": { "parent": { "id": "/providers/Microsoft.Management/managementGroups/leaf" } } } }""", 400)]
    public async Task Bad_group_is_refused(string name, string body, int status)
    {
        await using var session = await TreeAsync();

        Assert.Equal(status, (await session.PutAsync(Groups + name, Version, body)).Status);
    }

    [Fact]
    public async Task Root_group_stays()
    {
        await using var session = await StartAsync();

        Assert.Equal(400, (await session.DeleteAsync(Root, Version)).Status);
    }

    [Fact]
    public async Task Seventh_level_is_refused()
    {
        await using var session = await StartAsync();
        var parent = Root;
        for (var level = 1; level <= 6; level++)
        {
            Assert.Equal(202, (await session.PutAsync($"{Groups}/l{level}", Version, Under(parent))).Status);
            parent = $"{Groups}/l{level}";
        }

        Assert.Equal(400, (await session.PutAsync($"{Groups}/l7", Version, Under(parent))).Status);
    }

    [Fact]
    public async Task Entities_are_all_groups_and_subscriptions()
    {
        await using var session = await TreeAsync();

        var answer = await session.PostAsync("/providers/Microsoft.Management/getEntities", "2020-05-01");

        Assert.Equal([Root, Groups + "/leaf", Groups + "/top", Subscription], answer.List("id"));
        Assert.Equal("4", answer.At("count"));
        Assert.Equal(("3", "1"), (answer.At("value/0/properties/numberOfDescendants"), answer.At("value/0/properties/numberOfChildGroups")));
        Assert.Equal($$"""["{{Tenant}}","top","leaf"]""", answer.At("value/3/properties/parentNameChain"));
    }

    [Theory]
    [InlineData("top", "false")]
    [InlineData("free", "true")]
    public async Task Name_is_free_when_no_group_has_it(string name, string expected)
    {
        await using var session = await TreeAsync();

        var answer = await session.SendAsync(HttpMethod.Post, "/providers/Microsoft.Management/checkNameAvailability", "2020-05-01", $$"""{ "name": "{{name}}", "type": "Microsoft.Management/managementGroups" }""");

        Assert.Equal((200, expected), (answer.Status, answer.At("nameAvailable")));
    }

    private static string Under(string parent) => $$"""{ "properties": { "details": { "parent": { "id": "{{parent}}" } } } }""";

    /// <summary>The root, <c>top</c> under it, <c>leaf</c> under that, and the subscription in <c>leaf</c>.</summary>
    internal static async Task<EmulatorSession> TreeAsync()
    {
        var session = await StartAsync();
        Assert.Equal(202, (await session.PutAsync(Groups + "/top", Version, "{}")).Status);
        Assert.Equal(202, (await session.PutAsync(Groups + "/leaf", Version, Under(Groups + "/top"))).Status);
        Assert.Equal(200, (await session.PutAsync(Groups + "/leaf" + Subscription, Version, "{}")).Status);
        return session;
    }
}
