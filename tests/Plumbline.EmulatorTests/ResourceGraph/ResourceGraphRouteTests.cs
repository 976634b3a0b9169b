using System.Text.Json.Nodes;
using Plumbline.Emulator.Identity;
using Plumbline.EmulatorTests.Identity;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.ResourceGraph;

public sealed class ResourceGraphRouteTests
{
    private const string Path = "/providers/Microsoft.ResourceGraph/resources";
    private const string Version = "2021-03-01";
    private static readonly string SubscriptionId = Subscription["/subscriptions/".Length..];

    [Fact]
    public async Task Query_answers_with_objects()
    {
        await using var session = await EstateAsync();

        var answer = await AskAsync(session, "Resources | where type == 'microsoft.app/containerapps' | project name, resourceGroup, location, kind, sku, subscriptionId, tenantId | order by name asc");

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            $$"""{"totalRecords":2,"count":2,"data":[{"name":"open","resourceGroup":"rg","location":"westeurope","kind":"","sku":null,"subscriptionId":"{{SubscriptionId}}","tenantId":"{{Tenant}}"},{"name":"shut","resourceGroup":"rg","location":"westeurope","kind":"","sku":null,"subscriptionId":"{{SubscriptionId}}","tenantId":"{{Tenant}}"}],"facets":[],"resultTruncated":"false"}""",
            answer.Json.ToJsonString());
        Assert.Equal("14", answer.Headers["x-ms-user-quota-remaining"]);
    }

    [Theory]
    [InlineData("2021-03-01", """, "options": { "resultFormat": "table" }""")]
    [InlineData("2019-04-01", "")]
    public async Task Query_answers_with_a_table(string version, string options)
    {
        await using var session = await EstateAsync();

        var answer = await AskAsync(session, "resources | project name, properties.configuration, n = 1, t = now(), b = true, r = 1.5 | order by name asc | take 1", options, version);

        Assert.Equal(
            """{"columns":[{"name":"name","type":"string"},{"name":"properties_configuration","type":"object"},{"name":"n","type":"integer"},{"name":"t","type":"datetime"},{"name":"b","type":"boolean"},{"name":"r","type":"number"}],"rows":[["open",{"ingress":{"external":true}},1,"2026-03-04T05:06:07Z",true,1.5]]}""",
            answer.At("data"));
    }

    [Fact]
    public async Task Pages_follow_one_another_by_skip_token()
    {
        await using var session = await EstateAsync();
        const string query = "resources | project id, name | order by name asc";

        var first = await AskAsync(session, query, """, "options": { "$top": 1 }""");
        var second = await AskAsync(session, query, $$""", "options": { "$top": 1, "$skipToken": "{{first.At("$skipToken")}}" }""");
        var skipped = await AskAsync(session, query, """, "options": { "$skip": 1 }""");
        var withoutId = await AskAsync(session, "resources | project name", """, "options": { "$top": 1 }""");
        var foreign = await AskAsync(session, "resources", $$""", "options": { "$skipToken": "{{first.At("$skipToken")}}" }""");

        Assert.Equal(("open", "2", "1", "true"), (first.At("data/0/name"), first.At("totalRecords"), first.At("count"), first.At("resultTruncated")));
        Assert.Equal(("shut", "2", "false", null), (second.At("data/0/name"), second.At("totalRecords"), second.At("resultTruncated"), second.At("$skipToken")));
        Assert.Equal(("shut", "1"), (skipped.At("data/0/name"), skipped.At("count")));
        Assert.Equal(("true", null), (withoutId.At("resultTruncated"), withoutId.At("$skipToken")));
        Assert.Equal((400, "InvalidPayload"), (foreign.Status, foreign.At("error/details/0/code")));
    }

    [Fact]
    public async Task Facets_count_the_rows_of_the_query()
    {
        await using var session = await EstateAsync();

        var answer = await AskAsync(
            session, "resources", """, "options": { "$top": 1 }, "facets": [{ "expression": "location" }, { "expression": "name", "options": { "sortBy": "name", "sortOrder": "desc", "filter": "name startswith 's'", "$top": 1 } }, { "expression": "nonsense" }]""");

        Assert.Equal("""{"expression":"location","resultType":"FacetResult","totalRecords":1,"count":1,"data":[{"location":"westeurope","count":2}]}""", answer.At("facets/0"));
        Assert.Equal("""{"expression":"name","resultType":"FacetResult","totalRecords":1,"count":1,"data":[{"name":"shut","count":1}]}""", answer.At("facets/1"));
        Assert.Equal(("FacetError", "SemanticFailure"), (answer.At("facets/2/resultType"), answer.At("facets/2/errors/0/code")));
    }

    [Fact]
    public async Task Wrong_query_is_refused_with_the_place()
    {
        await using var session = await StartAsync();

        var answer = await AskAsync(session, "resources | projct name");

        Assert.Equal((400, "BadRequest"), (answer.Status, answer.Code));
        Assert.StartsWith("Please provide below info when asking for support: timestamp = 2026-03-04T05:06:07.0000000Z, correlationId = ", answer.Message, StringComparison.Ordinal);
        Assert.Equal("InvalidQuery", answer.At("error/details/0/code"));
        Assert.Equal(("ParserFailure", "1", "12", "projct", "'project'"), (answer.At("error/details/1/code"), answer.At("error/details/1/line"), answer.At("error/details/1/characterPositionInLine"), answer.At("error/details/1/token"), answer.At("error/details/1/expectedToken")));
    }

    [Theory]
    [InlineData("{}", "The property 'query' is required and must be a string.")]
    [InlineData("""{ "query": 1 }""", "The property 'query' is required and must be a string.")]
    [InlineData("""{ "query": "resources", "subscriptions": "x" }""", "The property 'subscriptions' must be an array of strings.")]
    [InlineData("""{ "query": "resources", "managementGroups": [1] }""", "The property 'managementGroups' must be an array of strings.")]
    [InlineData("""{ "query": "resources", "options": [] }""", "The property 'options' must be an object.")]
    [InlineData("""{ "query": "resources", "options": { "$top": 1001 } }""", "The value of '$top' must be a whole number from 1 to 1000.")]
    [InlineData("""{ "query": "resources", "options": { "$skip": -1 } }""", "The value of '$skip' must be a whole number from 0 to 2147483647.")]
    [InlineData("""{ "query": "resources", "options": { "$skipToken": 5 } }""", "The value of '$skipToken' was not made for this query.")]
    [InlineData("""{ "query": "resources", "options": { "resultFormat": "csv" } }""", "The value 'csv' of 'resultFormat' is not one of 'table, objectArray'.")]
    [InlineData("""{ "query": "resources", "facets": {} }""", "The property 'facets' must be an array of objects with an 'expression'.")]
    [InlineData("""{ "query": "resources", "options": { "authorizationScopeFilter": "Up" } }""", "The value 'Up' of 'authorizationScopeFilter' is not one of 'AtScopeAndBelow, AtScopeAndAbove, AtScopeExact, AtScopeAboveAndBelow'.")]
    public async Task Wrong_request_is_refused(string body, string expected)
    {
        await using var session = await StartAsync();

        var answer = await session.SendAsync(HttpMethod.Post, Path, Version, body);

        Assert.Equal((400, "BadRequest", expected), (answer.Status, answer.Code, answer.At("error/details/0/message")));
    }

    [Fact]
    public async Task Scopes_narrow_what_is_seen()
    {
        await using var session = await EstateAsync();

        Assert.Equal("2", (await AskAsync(session, "resources", $$""", "subscriptions": ["{{SubscriptionId}}", "{{Guid.Empty}}"]""")).At("count"));
        Assert.Equal("2", (await AskAsync(session, "resources", $$""", "managementGroups": ["{{Tenant}}"], "subscriptions": ["{{SubscriptionId}}"]""")).At("count"));
        Assert.Equal(403, (await AskAsync(session, "resources", $$""", "subscriptions": ["{{Guid.Empty}}"]""")).Status);
    }

    [Fact]
    public async Task Policy_objects_and_states_are_rows()
    {
        await using var session = await EstateAsync();

        var states = await AskAsync(session, "policyresources | where type == 'microsoft.policyinsights/policystates' | project resource = tostring(split(properties.resourceId, '/')[-1]), state = properties.complianceState, weight = properties.stateWeight, control = properties.policyDefinitionGroupNames[0], by = properties.policyAssignmentName | order by resource asc");
        var objects = await AskAsync(session, "policyresources | where type startswith 'microsoft.authorization/' | project type, name, subscriptionId, displayName = properties.displayName | order by type asc");

        Assert.Equal("""[{"resource":"open","state":"NonCompliant","weight":300,"control":"NS-2","by":"baseline"},{"resource":"shut","state":"Compliant","weight":200,"control":"NS-2","by":"baseline"}]""", states.At("data"));
        Assert.Equal(["microsoft.authorization/policyassignments", "microsoft.authorization/policydefinitions", "microsoft.authorization/policysetdefinitions"], Column(objects, "type"));
        Assert.Equal(["Assigned baseline", "No external ingress", "Baseline"], Column(objects, "displayName"));
    }

    [Fact]
    public async Task Containers_are_rows()
    {
        await using var session = await EstateAsync();

        var answer = await AskAsync(session, "resourcecontainers | project type, name, properties | order by type asc");

        Assert.Equal(["microsoft.management/managementgroups", "microsoft.resources/subscriptions", "microsoft.resources/subscriptions/resourcegroups"], Column(answer, "type"));
        Assert.Equal("""[{"displayName":"Tenant Root Group","name":"99999999-8888-7777-6666-555555555555"}]""", answer.At("data/1/properties/managementGroupAncestorsChain"));
    }

    [Theory]
    [InlineData("AtScopeAndBelow", "baseline")]
    [InlineData("AtScopeExact", "baseline")]
    public async Task Scope_filter_chooses_assignments(string filter, string expected)
    {
        await using var session = await EstateAsync();

        var answer = await AskAsync(session, "policyresources | where type == 'microsoft.authorization/policyassignments'", $$""", "subscriptions": ["{{SubscriptionId}}"], "options": { "authorizationScopeFilter": "{{filter}}" }""");

        Assert.Equal([expected], Column(answer, "name"));
    }

    [Fact]
    public async Task Caller_sees_what_its_roles_let_it_read()
    {
        var reader = EmulatorPrincipal.Reader with { Scope = Subscription + "/resourceGroups/other" };
        await using var session = await EstateAsync(await StartAsync(principals: [EmulatorPrincipal.Owner, reader]));
        await session.WithGroupAsync("other");
        await session.PutOkAsync(Subscription + "/resourceGroups/other/providers/Microsoft.App/containerApps/mine", App(external: false), ResourceVersion);
        await session.AsAsync(reader);

        var resources = await AskAsync(session, "resources");
        var containers = await AskAsync(session, "resourcecontainers | where type == 'microsoft.resources/subscriptions/resourcegroups'");
        var policies = await AskAsync(session, "policyresources | where type startswith 'microsoft.policyinsights/' or type == 'microsoft.authorization/policyassignments' | project name = tostring(split(properties.resourceId, '/')[-1])");

        Assert.Equal(["mine"], Column(resources, "name"));
        Assert.Equal(["other"], Column(containers, "name"));
        Assert.Equal(["mine"], Column(policies, "name"));
        Assert.Equal(403, (await AskAsync(session, "resources", $$""", "subscriptions": ["{{Guid.Empty}}"]""")).Status);
    }

    private static string[] Column(Answer answer, string name) => [.. (answer.Json["data"] as JsonArray ?? []).Select((_, index) => answer.At($"data/{index}/{name}") ?? "")];

    private static Task<Answer> AskAsync(EmulatorSession session, string query, string more = "", string version = Version) =>
        session.SendAsync(HttpMethod.Post, Path, version, $$"""{ "query": "{{query.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}"{{more}} }""");

    private static async Task<EmulatorSession> EstateAsync(EmulatorSession? started = null)
    {
        var session = await (started ?? await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Set, SetBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Set, """, "parameters": { "ingressEffect": { "value": "Audit" } }"""));
        await session.PutOkAsync(Apps + "/open", App(external: true), ResourceVersion);
        await session.PutOkAsync(Apps + "/shut", App(external: false), ResourceVersion);
        var accepted = await session.PostAsync(Subscription + "/providers/Microsoft.PolicyInsights/policyStates/latest/triggerEvaluation", InsightsVersion);
        while ((await session.SendAsync(HttpMethod.Get, accepted.Headers["Location"], null)).Status == 202) await Task.Delay(10);
        return session;
    }
}
