using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests;

public sealed class ResourceTests
{
    private const string Group = Subscription + "/resourceGroups/rg";

    [Fact]
    public async Task Subscription_exists_from_the_start()
    {
        await using var session = await StartAsync();

        var list = await session.GetAsync("/subscriptions", "2019-11-01");
        var one = await session.GetAsync(Subscription, "2022-12-01");

        Assert.Equal([Subscription], list.List("id"));
        Assert.Equal(Tenant, one.At("tenantId"));
        Assert.Equal("Enabled", one.At("state"));
    }

    [Fact]
    public async Task Other_subscription_is_not_found()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync("/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups", "2021-04-01");

        Assert.Equal((404, "SubscriptionNotFound"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Resource_group_is_created_then_updated_and_found_in_either_casing()
    {
        await using var session = await StartAsync();

        var created = await session.PutAsync(Group, "2021-04-01", """{"location":"westeurope","tags":{"a":"b"}}""");
        var updated = await session.PutAsync(Subscription + "/resourcegroups/RG", "2021-04-01", """{"location":"West Europe"}""");
        var found = await session.GetAsync(Subscription + "/resourcegroups/rG", "2021-04-01");
        var head = await session.SendAsync(HttpMethod.Head, Group, "2021-04-01");

        Assert.Equal((201, 200, 200, 204), (created.Status, updated.Status, found.Status, head.Status));
        Assert.Equal(Group, found.At("id"));
        Assert.Equal("Microsoft.Resources/resourceGroups", found.At("type"));
        Assert.Equal("Succeeded", found.At("properties/provisioningState"));
    }

    [Fact]
    public async Task Resource_group_cannot_move()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var answer = await session.PutAsync(Group, "2021-04-01", """{"location":"northeurope"}""");

        Assert.Equal((409, "InvalidResourceGroupLocation"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Missing_resource_group_is_not_found()
    {
        await using var session = await StartAsync();

        var get = await session.GetAsync(Group, "2021-04-01");
        var head = await session.SendAsync(HttpMethod.Head, Group, "2021-04-01");
        var resource = await session.PutAsync(Apps + "/a", ResourceVersion, App(external: false));

        Assert.Equal((404, "ResourceGroupNotFound"), (get.Status, get.Code));
        Assert.Equal(404, head.Status);
        Assert.Equal((404, "Resource group 'rg' could not be found."), (resource.Status, resource.Message));
    }

    [Fact]
    public async Task Resource_group_delete_is_polled_and_takes_its_resources()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/a", App(external: false), ResourceVersion);

        var deleted = await session.DeleteAsync(Group, "2021-04-01");
        using var poll = new HttpRequestMessage(HttpMethod.Get, deleted.Headers["Location"]);
        var polled = await session.SendAsync(poll);
        await session.WithGroupAsync();
        var resource = await session.GetAsync(Apps + "/a", ResourceVersion);

        Assert.Equal((202, 200, 404), (deleted.Status, polled.Status, resource.Status));
    }

    [Fact]
    public async Task Resource_echoes_the_casing_it_was_made_with()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var created = await session.PutAsync(Apps + "/Web", ResourceVersion, App(external: true));
        var updated = await session.PutAsync(Subscription + "/resourcegroups/RG/providers/microsoft.app/containerapps/WEB", ResourceVersion, App(external: false));

        Assert.Equal((201, 200), (created.Status, updated.Status));
        Assert.Equal(Apps + "/Web", updated.At("id"));
        Assert.Equal("Web", created.At("name"));
        Assert.Equal("Microsoft.App/containerApps", created.At("type"));
        Assert.Equal("Succeeded", created.At("properties/provisioningState"));
        Assert.Equal("false", updated.At("properties/configuration/ingress/external"));
    }

    [Fact]
    public async Task Provisioning_state_of_the_body_is_kept()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var created = await session.PutAsync(Apps + "/a", ResourceVersion, """{"location":"westeurope","properties":{"provisioningState":"Failed"}}""");

        Assert.Equal("Failed", created.At("properties/provisioningState"));
    }

    [Fact]
    public async Task Nested_resource_needs_its_parent()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var orphan = await session.PutAsync(Apps + "/a/authConfigs/current", ResourceVersion, """{"properties":{}}""");
        var extension = await session.PutAsync(Apps + "/a/providers/Microsoft.Insights/diagnosticSettings/d", "2021-05-01-preview", "{}");

        Assert.Equal((404, "ParentResourceNotFound"), (orphan.Status, orphan.Code));
        Assert.Equal(
            $"Failed to perform 'write' on resource(s) of type 'Microsoft.App/containerApps/authConfigs', because the parent resource '{Apps}/a' could not be found.",
            orphan.Message);
        Assert.Equal((404, "ResourceNotFound"), (extension.Status, extension.Code));
    }

    [Fact]
    public async Task Nested_and_extension_resources_are_listed_at_their_parent_and_go_with_it()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/a", App(external: false), ResourceVersion);
        await session.PutOkAsync(Apps + "/a/authConfigs/current", """{"properties":{}}""", ResourceVersion);
        await session.PutOkAsync(Apps + "/a/providers/Microsoft.Insights/diagnosticSettings/d", """{"properties":{}}""", "2021-05-01-preview");

        var nested = await session.GetAsync(Apps + "/a/authConfigs", ResourceVersion);
        var extensions = await session.GetAsync(Apps + "/a/providers/Microsoft.Insights/diagnosticSettings", "2021-05-01-preview");
        var deleted = await session.DeleteAsync(Apps + "/a", ResourceVersion);
        var again = await session.DeleteAsync(Apps + "/a", ResourceVersion);
        var gone = await session.GetAsync(Apps + "/a/authConfigs/current", ResourceVersion);

        Assert.Equal(["current"], nested.Names);
        Assert.Equal(["d"], extensions.Names);
        Assert.Equal((200, 204, 404), (deleted.Status, again.Status, gone.Status));
        Assert.Equal("ResourceNotFound", gone.Code);
    }

    [Fact]
    public async Task Resources_are_listed_by_type_and_by_filter()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.WithGroupAsync("other");
        await session.PutOkAsync(Apps + "/a", App(external: false), ResourceVersion);
        await session.PutOkAsync(Subscription + "/resourceGroups/other/providers/Microsoft.App/containerApps/b", App(external: false), ResourceVersion);
        await session.PutOkAsync(Group + "/providers/Microsoft.App/managedEnvironments/e", """{"location":"westeurope","properties":{}}""", ResourceVersion);

        var inGroup = await session.GetAsync(Apps, ResourceVersion);
        var inSubscription = await session.GetAsync(Subscription + "/providers/Microsoft.App/containerApps", ResourceVersion);
        var filtered = await session.GetAsync(Subscription + "/resources?$filter=resourceType eq 'microsoft.app/managedenvironments'", "2021-04-01");
        var all = await session.GetAsync(Group + "/resources", "2021-04-01");
        var invalid = await session.GetAsync(Subscription + "/resources?$filter=colour eq 'red'", "2021-04-01");

        Assert.Equal(["a"], inGroup.Names);
        Assert.Equal(["a", "b"], inSubscription.Names);
        Assert.Equal(["e"], filtered.Names);
        Assert.Equal(["a", "e"], all.Names);
        Assert.Null(all.At("value/0/properties"));
        Assert.Equal("Invalid $filter: could not find a property named 'colour' on type 'GenericResource'.", invalid.Message);
    }

    [Fact]
    public async Task List_is_paged_by_absolute_links_that_keep_the_version()
    {
        await using var session = await StartAsync();
        foreach (var name in (string[])["a", "b", "c"]) await session.WithGroupAsync(name);

        var first = await session.GetAsync(Subscription + "/resourceGroups?$top=2", "2021-04-01");
        var link = first.At("nextLink");
        using var next = new HttpRequestMessage(HttpMethod.Get, link);
        var second = await session.SendAsync(next);

        Assert.Equal(["a", "b"], first.Names);
        Assert.Equal($"{session.Host.Endpoint}{Subscription[1..]}/resourceGroups?%24skiptoken=2&%24top=2&api-version=2021-04-01", link);
        Assert.Equal(["c"], second.Names);
        Assert.Null(second.At("nextLink"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("many")]
    public async Task Page_size_out_of_range_is_refused(string top)
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync($"{Subscription}/resourceGroups?$top={top}", "2021-04-01");

        Assert.Equal((400, "The value of $top must be a number from 1 to 1000."), (answer.Status, answer.Message));
    }
}
