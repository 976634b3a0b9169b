using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.Deployments.DeploymentDocuments;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Deployments;

public sealed class WhatIfTests
{
    [Fact]
    public async Task Changes_tell_what_is_made_changed_kept_and_ignored()
    {
        await using var session = await EstateAsync();
        var body = Body(Template($"[{Storage("new")}, {Storage("same", """{ "tier": "Hot" }""")}, {Storage("changed", """{ "tier": "Cool", "rules": [{ "port": 81 }, { "port": 443 }], "added": true }""")}]"));

        var changes = await session.WhatIfAsync(body);

        Assert.Equal(["changed Modify", "new Create", "other Ignore", "same NoChange"], changes.Select(Outline));
        AssertJson(
            """
            [{"path":"properties.tier","propertyChangeType":"Modify","before":"Hot","after":"Cool","children":null},
             {"path":"properties.rules","propertyChangeType":"Array","before":[{"port":80}],"after":[{"port":81},{"port":443}],"children":[
               {"path":"0","propertyChangeType":"Modify","before":null,"after":null,"children":[{"path":"port","propertyChangeType":"Modify","before":80,"after":81,"children":null}]},
               {"path":"1","propertyChangeType":"Create","before":null,"after":{"port":443},"children":null}]},
             {"path":"properties.added","propertyChangeType":"Create","before":null,"after":true,"children":null},
             {"path":"properties.gone","propertyChangeType":"Delete","before":"x","after":null,"children":null}]
            """,
            changes[0]?["delta"]?.ToJsonString());
        Assert.Equal(404, (await session.GetAsync(Group + "/providers/Microsoft.Storage/storageAccounts/new", "2023-01-01")).Status);
    }

    [Fact]
    public async Task Complete_mode_tells_what_it_deletes()
    {
        await using var session = await EstateAsync();

        var changes = await session.WhatIfAsync(Body(Template($"[{Storage("same", """{ "tier": "Hot" }""")}]"), mode: "Complete"));

        Assert.Equal(["changed Delete", "other Delete", "same NoChange"], changes.Select(Outline));
    }

    [Fact]
    public async Task Ids_alone_tell_nothing_of_payloads()
    {
        await using var session = await EstateAsync();

        var changes = await session.WhatIfAsync(Body(Template($"[{Storage("same")}, {Storage("new")}]"), properties: """ "whatIfSettings": { "resultFormat": "ResourceIdOnly" }, """));

        Assert.Equal(["changed Ignore", "new Create", "other Ignore", "same Deploy"], changes.Select(Outline));
        Assert.All(changes, change => Assert.Equal(["resourceId", "changeType"], ((JsonObject?)change)?.Select(member => member.Key)));
    }

    private static string Outline(JsonNode? change) => $"{change?["resourceId"]?.ToString().Split('/')[^1]} {change?["changeType"]}";

    private static async Task<EmulatorSession> EstateAsync()
    {
        var session = await (await StartAsync()).WithGroupAsync();
        await session.DeployAsync("estate", Body(Template($$"""
            [{{Storage("same", """{ "tier": "Hot" }""")}}, {{Storage("other")}}, {{Storage("changed", """{ "tier": "Hot", "gone": "x", "rules": [{ "port": 80 }] }""")}}]
            """)));
        return session;
    }
}
