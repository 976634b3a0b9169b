using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Scopes;

public sealed class SubscriptionTests
{
    private const string Alias = "/providers/Microsoft.Subscription/aliases/test";
    private const string Version = "2021-10-01";

    [Fact]
    public async Task Tenant_is_listed()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync("/tenants", "2022-12-01");

        Assert.Equal((200, "/tenants/" + Tenant, Tenant), (answer.Status, answer.At("value/0/id"), answer.At("value/0/tenantId")));
    }

    [Fact]
    public async Task Locations_carry_their_subscription_and_their_pair()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync(Subscription + "/locations", "2022-12-01");

        Assert.Contains("westeurope", answer.Names);
        Assert.All(answer.List("id"), id => Assert.StartsWith(Subscription + "/locations/", id, StringComparison.Ordinal));
        var index = answer.List("name").ToList().IndexOf("westeurope");
        Assert.Equal(("West Europe", "northeurope"), (answer.At($"value/{index}/displayName"), answer.At($"value/{index}/metadata/pairedRegion/0/name")));
        Assert.Equal(404, (await session.GetAsync("/subscriptions/00000000-0000-0000-0000-00000000dead/locations", "2022-12-01")).Status);
    }

    [Fact]
    public async Task Alias_makes_a_subscription_in_a_management_group()
    {
        await using var session = await StartAsync();
        await session.PutAsync("/providers/Microsoft.Management/managementGroups/team", "2021-04-01", "{}");

        var made = await session.PutAsync(Alias, Version, """
            { "properties": { "displayName": "Sandbox", "workload": "DevTest", "billingScope": "/billing", "additionalProperties": { "managementGroupId": "/providers/Microsoft.Management/managementGroups/team", "tags": { "a": "b" } } } }
            """);

        var id = "/subscriptions/" + made.At("properties/subscriptionId");
        Assert.Equal((201, "Succeeded", "DevTest"), (made.Status, made.At("properties/provisioningState"), made.At("properties/workload")));
        var subscription = await session.GetAsync(id, "2022-12-01");
        Assert.Equal(("Sandbox", "Enabled", """{"a":"b"}"""), (subscription.At("displayName"), subscription.At("state"), subscription.At("tags")));
        Assert.Equal(2, (await session.GetAsync("/subscriptions", "2022-12-01")).List("id").Count());
        Assert.Equal(200, (await session.GetAsync("/providers/Microsoft.Management/managementGroups/team" + id, "2021-04-01")).Status);
        Assert.Equal((200, made.At("properties/subscriptionId")), (await session.PutAsync(Alias, Version, """{ "properties": {} }""")) is var again ? (again.Status, again.At("properties/subscriptionId")) : default);
    }

    [Fact]
    public async Task Alias_is_removed_and_the_subscription_stays()
    {
        await using var session = await StartAsync();
        var made = await session.PutAsync(Alias, Version, """{ "properties": { "displayName": "Sandbox" } }""");

        Assert.Equal(200, (await session.DeleteAsync(Alias, Version)).Status);
        Assert.Equal(404, (await session.GetAsync(Alias, Version)).Status);
        Assert.Equal(200, (await session.GetAsync("/subscriptions/" + made.At("properties/subscriptionId"), "2022-12-01")).Status);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{ "properties": { "subscriptionId": "x" } }""", 400)]
    [InlineData("""{ "properties": { "additionalProperties": { "managementGroupId": "none" } } }""", 404)]
    public async Task Bad_alias_is_refused(string body, int status)
    {
        await using var session = await StartAsync();

        Assert.Equal(status, (await session.PutAsync(Alias, Version, body)).Status);
    }

    [Fact]
    public async Task Subscription_is_renamed()
    {
        await using var session = await StartAsync();

        var answer = await session.SendAsync(HttpMethod.Post, Subscription + "/providers/Microsoft.Subscription/rename", Version, """{ "subscriptionName": "New" }""");

        Assert.Equal((200, "New"), (answer.Status, (await session.GetAsync(Subscription, "2022-12-01")).At("displayName")));
    }
}
