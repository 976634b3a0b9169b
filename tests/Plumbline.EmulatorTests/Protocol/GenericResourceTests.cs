using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Protocol;

public sealed class GenericResourceTests
{
    private const string Group = Subscription + "/resourceGroups/rg";
    private const string GroupVersion = "2021-04-01";

    [Fact]
    public async Task Patch_merges_and_needs_the_resource()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/a", """{"location":"westeurope","tags":{"a":"1","b":"2"},"properties":{"configuration":{"x":1,"y":2}}}""", ResourceVersion);

        var patched = await session.SendAsync(HttpMethod.Patch, Apps + "/a", ResourceVersion, """{"tags":{"b":null,"c":"3"},"properties":{"configuration":{"y":5}}}""");
        var missing = await session.SendAsync(HttpMethod.Patch, Apps + "/b", ResourceVersion, """{"tags":{}}""");

        Assert.Equal((200, """{"a":"1","c":"3"}""", """{"x":1,"y":5}"""), (patched.Status, patched.At("tags"), patched.At("properties/configuration")));
        Assert.Equal((404, "ResourceNotFound"), (missing.Status, missing.Code));
    }

    [Fact]
    public async Task Head_tells_whether_the_resource_is_there()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/a", App(external: false), ResourceVersion);

        Assert.Equal(204, (await session.SendAsync(HttpMethod.Head, Apps + "/a", ResourceVersion)).Status);
        Assert.Equal(404, (await session.SendAsync(HttpMethod.Head, Apps + "/b", ResourceVersion)).Status);
    }

    [Theory]
    [InlineData("a", """{"properties":{}}""", 400, "LocationRequired")]
    [InlineData("a", """{"location":5}""", 400, "InvalidRequestContent")]
    [InlineData("a%25b", """{"location":"westeurope"}""", 400, "InvalidResourceName")]
    [InlineData("a", """{"location":"westeurope","name":"b"}""", 400, "MismatchingResourceName")]
    [InlineData("a", """{"location":"westeurope","type":"Microsoft.App/jobs"}""", 400, "MismatchingResourceType")]
    [InlineData("a", """{"location":"westeurope","tags":{"a/b":"c"}}""", 400, "InvalidTagNameCharacters")]
    [InlineData("a", """{"location":"westeurope","tags":{"a":5}}""", 400, "InvalidRequestContent")]
    public async Task Resource_that_breaks_a_rule_of_ARM_is_refused(string name, string body, int status, string code)
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var answer = await session.PutAsync($"{Apps}/{name}", ResourceVersion, body);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Location_cannot_change()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/a", App(external: false), ResourceVersion);

        var same = await session.PutAsync(Apps + "/a", ResourceVersion, """{"location":"West Europe"}""");
        var moved = await session.PutAsync(Apps + "/a", ResourceVersion, """{"location":"northeurope"}""");

        Assert.Equal((200, 409, "InvalidResourceLocation"), (same.Status, moved.Status, moved.Code));
        Assert.Equal(
            "The resource 'a' already exists in location 'West Europe' in resource group 'rg'. A resource with the same name cannot be created in location 'northeurope'. Please select a new resource name.",
            moved.Message);
    }

    [Theory]
    [InlineData("tagName eq 'env'", "a b")]
    [InlineData("tagName eq 'env' and tagValue eq 'prod'", "a")]
    [InlineData("resourceType eq 'Microsoft.App/containerApps' and location eq 'westeurope'", "a b")]
    [InlineData("substringof('B', name) and resourceType eq 'Microsoft.App/containerApps'", "b")]
    [InlineData("resourceGroup eq 'RG' and name ne 'a'", "b v")]
    [InlineData("managedBy eq 'm' and plan/publisher eq 'p'", "v")]
    public async Task Resources_are_listed_by_filter(string filter, string expected)
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/a", """{"location":"West Europe","tags":{"env":"prod","tier":"test"}}""", ResourceVersion);
        await session.PutOkAsync(Apps + "/b", """{"location":"westeurope","tags":{"env":"test","tier":"prod"}}""", ResourceVersion);
        await session.PutOkAsync(Group + "/providers/Microsoft.Network/virtualNetworks/v", """{"location":"westeurope","managedBy":"m","plan":{"publisher":"p"}}""", "2024-05-01");

        var answer = await session.GetAsync($"{Group}/resources?$filter={Uri.EscapeDataString(filter)}", GroupVersion);

        Assert.Equal(expected, string.Join(' ', answer.Names));
    }

    [Fact]
    public async Task List_expands_times_and_has_nested_resources_with_a_location_only()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        var server = Group + "/providers/Microsoft.Sql/servers/s";
        await session.PutOkAsync(server, """{"location":"westeurope"}""", "2021-11-01");
        await session.PutOkAsync(server + "/databases/d", """{"location":"westeurope"}""", "2021-11-01");
        await session.PutOkAsync(server + "/firewallRules/f", """{"properties":{}}""", "2021-11-01");

        var answer = await session.GetAsync(Group + "/resources?$expand=createdTime,changedTime,provisioningState", GroupVersion);
        var unknown = await session.GetAsync(Group + "/resources?$expand=colour", GroupVersion);

        Assert.Equal(["s", "s/d"], answer.Names);
        Assert.Equal("2026-03-04T05:06:07.0000000Z", answer.At("value/0/createdTime"));
        Assert.Equal("2026-03-04T05:06:07.0000000Z", answer.At("value/0/changedTime"));
        Assert.Equal(400, unknown.Status);
    }

    [Fact]
    public async Task Tags_are_a_resource_of_their_own()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/a", App(external: false), ResourceVersion);
        var tags = Apps + "/a/providers/Microsoft.Resources/tags/default";

        var put = await session.PutAsync(tags, GroupVersion, """{"properties":{"tags":{"a":"1","b":"2"}}}""");
        var merged = await session.SendAsync(HttpMethod.Patch, tags, GroupVersion, """{"operation":"Merge","properties":{"tags":{"B":"3","c":"4"}}}""");
        var deleted = await session.SendAsync(HttpMethod.Patch, tags, GroupVersion, """{"operation":"Delete","properties":{"tags":{"a":"1","c":"other"}}}""");
        var replaced = await session.SendAsync(HttpMethod.Patch, tags, GroupVersion, """{"operation":"Replace","properties":{"tags":{"z":"9"}}}""");
        var unknown = await session.SendAsync(HttpMethod.Patch, tags, GroupVersion, """{"operation":"Add","properties":{"tags":{}}}""");
        var onApp = await session.GetAsync(Apps + "/a", ResourceVersion);
        var removed = await session.DeleteAsync(tags, GroupVersion);
        var left = await session.GetAsync(tags, GroupVersion);

        Assert.Equal((200, $"{tags}"), (put.Status, put.At("id")));
        Assert.Equal("""{"a":"1","B":"3","c":"4"}""", merged.At("properties/tags"));
        Assert.Equal("""{"B":"3","c":"4"}""", deleted.At("properties/tags"));
        Assert.Equal(("""{"z":"9"}""", """{"z":"9"}"""), (replaced.At("properties/tags"), onApp.At("tags")));
        Assert.Equal((400, 200, "{}"), (unknown.Status, removed.Status, left.At("properties/tags")));
    }

    [Fact]
    public async Task Lock_against_deletion_protects_what_it_stands_at_what_is_below_and_what_contains_it()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Apps + "/a", App(external: false), ResourceVersion);
        var keep = Apps + "/a/providers/Microsoft.Authorization/locks/keep";
        await session.PutOkAsync(keep, """{"properties":{"level":"CanNotDelete"}}""", "2020-05-01");

        var written = await session.PutAsync(Apps + "/a", ResourceVersion, App(external: true));
        var deleted = await session.DeleteAsync(Apps + "/a", ResourceVersion);
        var group = await session.DeleteAsync(Group, GroupVersion);
        await session.DeleteAsync(keep, "2020-05-01");
        var unlocked = await session.DeleteAsync(Apps + "/a", ResourceVersion);

        Assert.Equal((200, 409, 409, 200), (written.Status, deleted.Status, group.Status, unlocked.Status));
        Assert.Equal("ScopeLocked", group.Code);
        Assert.Equal($"The scope '{Apps}/a' cannot perform delete operation because following scope(s) are locked: '{Apps}/a'. Please remove the lock and try again.", deleted.Message);
    }

    [Fact]
    public async Task Read_only_lock_refuses_writes_below_it()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Group + "/providers/Microsoft.Authorization/locks/frozen", """{"properties":{"level":"ReadOnly"}}""", "2020-05-01");

        var created = await session.PutAsync(Apps + "/a", ResourceVersion, App(external: false));
        var level = await session.PutAsync(Group + "/providers/Microsoft.Authorization/locks/other", "2020-05-01", """{"properties":{"level":"Frozen"}}""");

        Assert.Equal((409, "ScopeLocked"), (created.Status, created.Code));
        Assert.Equal((400, "InvalidLockLevel"), (level.Status, level.Code));
    }

    [Fact]
    public async Task Resource_group_is_patched_and_its_name_checked()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var patched = await session.SendAsync(HttpMethod.Patch, Group, GroupVersion, """{"tags":{"a":"1"}}""");
        var moved = await session.SendAsync(HttpMethod.Patch, Group, GroupVersion, """{"location":"northeurope"}""");
        var named = await session.PutAsync(Subscription + "/resourceGroups/a!b", GroupVersion, """{"location":"westeurope"}""");

        Assert.Equal((200, """{"a":"1"}""", "westeurope"), (patched.Status, patched.At("tags"), patched.At("location")));
        Assert.Equal((409, 400, "InvalidResourceGroup"), (moved.Status, named.Status, named.Code));
    }
}
