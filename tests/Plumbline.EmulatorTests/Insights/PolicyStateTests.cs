using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Insights;

public sealed class PolicyStateTests
{
    private const string States = "/providers/Microsoft.PolicyInsights/policyStates/latest";
    private const string Query = States + "/queryResults";

    [Fact]
    public async Task Scan_is_accepted_with_the_same_operation_each_time_and_ends_in_success()
    {
        await using var session = await StartAsync();

        var first = await session.PostAsync(Subscription + States + "/triggerEvaluation", InsightsVersion);
        var second = await session.PostAsync(Subscription + States + "/triggerEvaluation", InsightsVersion);
        var done = await FinishedAsync(session, first);

        Assert.Equal((202, 202), (first.Status, second.Status));
        Assert.Equal(first.Headers["Location"], second.Headers["Location"]);
        Assert.StartsWith(
            $"{session.Host.Endpoint}{Subscription[1..]}/providers/Microsoft.PolicyInsights/asyncOperationResults/", first.Headers["Location"], StringComparison.Ordinal);
        Assert.Equal("""{"status":"Succeeded"}""", done.Json.ToJsonString());
    }

    [Fact]
    public async Task Operation_that_never_started_is_not_found()
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync($"{Subscription}/providers/Microsoft.PolicyInsights/asyncOperationResults/{Guid.Empty}", InsightsVersion);

        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task Record_has_all_fields()
    {
        await using var session = await ScannedAsync();

        var answer = await session.PostAsync(Subscription + Query + "?$filter=ComplianceState eq 'NonCompliant'", InsightsVersion);

        var expected = $$"""
            {
              "@odata.context":"{{session.Host.Endpoint}}{{Subscription[1..]}}/providers/Microsoft.PolicyInsights/policyStates/$metadata#latest",
              "@odata.count":1,
              "@odata.nextLink":null,
              "value":[{
                "@odata.id":null,
                "@odata.context":"{{session.Host.Endpoint}}{{Subscription[1..]}}/providers/Microsoft.PolicyInsights/policyStates/$metadata#latest/$entity",
                "timestamp":"2026-03-04T05:06:07.0000000Z",
                "resourceId":"{{Apps}}/open",
                "policyAssignmentId":"{{Assignment}}",
                "policyDefinitionId":"{{Definition}}",
                "effectiveParameters":"{\"effect\":\"Audit\"}",
                "isCompliant":false,
                "subscriptionId":"{{Subscription["/subscriptions/".Length..]}}",
                "resourceType":"Microsoft.App/containerApps",
                "resourceLocation":"westeurope",
                "resourceGroup":"rg",
                "resourceTags":"tbd",
                "policyAssignmentName":"baseline",
                "policyAssignmentOwner":"tbd",
                "policyAssignmentParameters":"{\"ingressEffect\":{\"value\":\"Audit\"}\u007D",
                "policyAssignmentScope":"{{Subscription}}",
                "policyDefinitionName":"no-external-ingress",
                "policyDefinitionAction":"audit",
                "policyDefinitionCategory":"Container Apps",
                "policySetDefinitionId":"{{Set}}",
                "policySetDefinitionName":"baseline",
                "policySetDefinitionOwner":"",
                "policySetDefinitionCategory":"Regulatory Compliance",
                "policySetDefinitionParameters":"{\"effect\":\"[parameters('ingressEffect')]\"}",
                "managementGroupIds":"{{Tenant}}",
                "policyDefinitionReferenceId":"ingress",
                "complianceState":"NonCompliant",
                "policyDefinitionGroupNames":["NS-2"],
                "components":[],
                "policyDefinitionVersion":"1.0.0",
                "policySetDefinitionVersion":"1.0.0",
                "policyAssignmentVersion":"",
                "complianceReasonCode":""
              }]
            }
            """;
        Assert.Equal(JsonNode.Parse(expected)?.ToJsonString(), answer.Json.ToJsonString());
    }

    [Fact]
    public async Task Evaluation_details_are_shown_when_expanded()
    {
        await using var session = await ScannedAsync();

        var answer = await session.PostAsync($"{Apps}/open{Query}?$expand=PolicyEvaluationDetails", InsightsVersion);

        Assert.Equal("properties.configuration.ingress.external", answer.At("value/0/policyEvaluationDetails/evaluatedExpressions/1/path"));
        Assert.Equal("Equals", answer.At("value/0/policyEvaluationDetails/evaluatedExpressions/1/operator"));
    }

    [Theory]
    [InlineData(Subscription, "open shut")]
    [InlineData(Subscription + "/resourceGroups/RG", "open shut")]
    [InlineData(Subscription + "/resourceGroups/other", "")]
    [InlineData(Apps + "/open", "open")]
    [InlineData(Assignment, "open shut")]
    [InlineData(Authorization + "/policyAssignments/another", "")]
    [InlineData(Set, "open shut")]
    [InlineData(Definition, "open shut")]
    public async Task Records_are_queried_at_every_scope(string scope, string expected)
    {
        await using var session = await ScannedAsync();

        var answer = await session.PostAsync(scope + Query, InsightsVersion);

        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, ResourceNames(answer));
    }

    [Theory]
    [InlineData("$filter=IsCompliant eq false", "open")]
    [InlineData("$filter=iscompliant eq true", "shut")]
    [InlineData("$filter='ns-2' IN PolicyDefinitionGroupNames", "open shut")]
    [InlineData("$filter='NS-3' IN PolicyDefinitionGroupNames", "")]
    [InlineData("$filter=(ComplianceState ne 'Compliant' or ResourceGroup eq 'other') and PolicyDefinitionAction eq 'AUDIT'", "open")]
    [InlineData("$top=1&$orderby=ResourceId asc", "open")]
    [InlineData("$top=1&$orderby=ResourceId", "shut")]
    [InlineData("$from=2026-03-05T00:00:00Z&$to=2026-03-06T00:00:00Z", "")]
    [InlineData("$top=0", "")]
    [InlineData("$filter=startswith(ResourceId, '/subscriptions/11111111') and endswith(tolower(ResourceId), '/OPEN')", "open")]
    [InlineData("$filter=Timestamp ge 2026-03-04T05:06:07Z and not (ComplianceState in ('Compliant', 'Exempt'))", "open")]
    [InlineData("$apply=filter(IsCompliant eq true)", "shut")]
    [InlineData("$to=2026-03-05T00:00:00Z", "open shut")]
    public async Task Records_are_selected_by_the_query_options(string options, string expected)
    {
        await using var session = await ScannedAsync();

        var answer = await session.PostAsync($"{Subscription}{Query}?{options}", InsightsVersion);

        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, ResourceNames(answer));
    }

    [Fact]
    public async Task Records_are_grouped_and_counted()
    {
        await using var session = await ScannedAsync();

        var answer = await session.PostAsync(
            $"{Subscription}{Query}?$apply=groupby((ComplianceState, PolicyDefinitionReferenceId), aggregate($count as Number))&$orderby=ComplianceState asc", InsightsVersion);

        Assert.Equal(["Compliant", "NonCompliant"], answer.List("complianceState"));
        Assert.Equal(["1", "1"], answer.List("Number"));
        Assert.Equal(["ingress", "ingress"], answer.List("policyDefinitionReferenceId"));
    }

    [Theory]
    [InlineData("$filter=Colour eq 'red'", "Invalid $filter: could not find a property named 'Colour' on type 'PolicyState'.")]
    [InlineData("$filter=ResourceId gt 5", "Invalid $filter: 'gt' cannot compare a text and a number.")]
    [InlineData("$apply=compute(1 as one)", "Invalid $apply: 'filter', 'groupby' or 'aggregate' is expected at position 0, where 'compute' stands; other transformations are not supported.")]
    [InlineData("$from=2026-03-05&$to=2026-03-04", "Invalid $from: it is later than $to.")]
    [InlineData("$skiptoken=5", "Invalid $skiptoken: it was not made by this endpoint.")]
    [InlineData("$top=-1", "Invalid $top: '-1' is not a whole number from 0.")]
    [InlineData("$expand=everything", "Invalid $expand: 'everything' is not one of 'PolicyEvaluationDetails, components'.")]
    [InlineData("$search=x", "The query option '$search' is not supported. The supported options are $filter, $apply, $orderby, $top, $select, $from, $to, $expand, $skiptoken.")]
    public async Task Query_that_is_not_supported_is_refused_with_the_reason(string options, string message)
    {
        await using var session = await StartAsync();

        var answer = await session.PostAsync($"{Subscription}{Query}?{options}", InsightsVersion);

        Assert.Equal((400, "InvalidQuery", message), (answer.Status, answer.Code, answer.Message));
    }

    [Fact]
    public async Task Next_page_is_posted_to()
    {
        var seeds = Enumerable.Range(0, 1001).Select(index => $$"""{"id":"{{Apps}}/app{{index:0000}}","location":"westeurope","properties":{} }""");
        await using var session = await StartAsync(seeds: [.. seeds]);
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Definition));
        await ScanAsync(session);

        var first = await session.PostAsync($"{Subscription}{Query}?$select=ResourceId&$orderby=ResourceId asc", InsightsVersion);
        using var next = new HttpRequestMessage(HttpMethod.Post, first.At("@odata.nextLink"));
        var second = await session.SendAsync(next);

        Assert.Equal(("1000", "1"), (first.At("@odata.count"), second.At("@odata.count")));
        Assert.Equal(Apps + "/app1000", second.At("value/0/resourceId"));
        Assert.Null(second.At("@odata.nextLink"));
    }

    [Fact]
    public async Task Summary_rolls_up_by_resource_assignment_member_and_group()
    {
        await using var session = await ScannedAsync();

        var answer = await session.PostAsync(Subscription + States + "/summarize", InsightsVersion);

        const string resources = """[{"complianceState":"noncompliant","count":1},{"complianceState":"compliant","count":1}]""";
        const string one = """[{"complianceState":"noncompliant","count":1}]""";
        Assert.Equal(("1", "1"), (answer.At("value/0/results/nonCompliantResources"), answer.At("value/0/results/nonCompliantPolicies")));
        Assert.Equal((resources, one, one), Details(answer, "value/0/results"));
        Assert.Equal((Assignment, Set), (answer.At("value/0/policyAssignments/0/policyAssignmentId"), answer.At("value/0/policyAssignments/0/policySetDefinitionId")));
        Assert.Equal((resources, one, one), Details(answer, "value/0/policyAssignments/0/results"));
        const string definition = "value/0/policyAssignments/0/policyDefinitions/0";
        Assert.Equal((Definition, "ingress", "audit"), (answer.At(definition + "/policyDefinitionId"), answer.At(definition + "/policyDefinitionReferenceId"), answer.At(definition + "/effect")));
        Assert.Null(answer.At(definition + "/results/nonCompliantPolicies"));
        Assert.Equal((resources, one, one), Details(answer, definition + "/results"));
        Assert.Equal("NS-2", answer.At("value/0/policyAssignments/0/policyGroups/0/policyGroupName"));
        Assert.Equal((resources, one, one), Details(answer, "value/0/policyAssignments/0/policyGroups/0/results"));
    }

    [Fact]
    public async Task Link_of_a_summary_gives_the_non_compliant_records()
    {
        await using var session = await ScannedAsync();
        var summary = await session.PostAsync(Subscription + States + "/summarize", InsightsVersion);

        using var link = new HttpRequestMessage(HttpMethod.Post, summary.At("value/0/policyAssignments/0/policyDefinitions/0/results/queryResultsUri"));
        var records = await session.SendAsync(link);

        Assert.Equal("open", ResourceNames(records));
    }

    [Fact]
    public async Task Related_resources_decide_audit_if_not_exists()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        foreach (var name in (string[])["with", "without"]) await session.PutOkAsync($"{Apps}/{name}", App(external: false), ResourceVersion);
        await session.PutOkAsync(Apps + "/with/authConfigs/current", """{"properties":{"platform":{"enabled":true}}}""", ResourceVersion);
        await session.PutOkAsync(Definition, """
            {"properties":{"mode":"Indexed","policyRule":{"if":{"field":"type","equals":"Microsoft.App/containerApps"},
              "then":{"effect":"auditIfNotExists","details":{"type":"Microsoft.App/containerApps/authConfigs","name":"current"}}}}}
            """);
        await session.PutOkAsync(Assignment, AssignmentBody(Definition));
        await ScanAsync(session);

        var answer = await session.PostAsync($"{Subscription}{Query}?$expand=PolicyEvaluationDetails&$orderby=ResourceId asc", InsightsVersion);

        Assert.Equal(["Compliant", "NonCompliant"], answer.List("complianceState"));
        Assert.Equal($$"""{"resourceId":"{{Apps}}/with/authConfigs/current","totalResources":1}""", answer.At("value/0/policyEvaluationDetails/ifNotExistsDetails"));
        Assert.Equal("""{"resourceId":null,"totalResources":0}""", answer.At("value/1/policyEvaluationDetails/ifNotExistsDetails"));
    }

    [Fact]
    public async Task Manual_policy_makes_one_unknown_record_of_the_subscription()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, """
            {"properties":{"mode":"All","policyRule":{"if":{"field":"type","equals":"Microsoft.Resources/subscriptions"},
              "then":{"effect":"manual","details":{"defaultState":"Unknown"}}}}}
            """);
        await session.PutOkAsync(Assignment, AssignmentBody(Definition));
        await ScanAsync(session);

        var answer = await session.PostAsync(Subscription + Query, InsightsVersion);

        Assert.Equal([Subscription], answer.List("resourceId"));
        Assert.Equal(["Unknown"], answer.List("complianceState"));
    }

    [Fact]
    public async Task Records_go_with_their_assignment_and_their_resource()
    {
        await using var session = await ScannedAsync();

        await session.DeleteAsync(Apps + "/open", ResourceVersion);
        var withoutResource = await session.PostAsync(Subscription + Query, InsightsVersion);
        await session.DeleteAsync(Assignment, PolicyVersion);
        var withoutAssignment = await session.PostAsync(Subscription + Query, InsightsVersion);

        Assert.Equal(("shut", ""), (ResourceNames(withoutResource), ResourceNames(withoutAssignment)));
    }

    private static async Task<EmulatorSession> ScannedAsync()
    {
        var session = await (await StartAsync()).WithGroupAsync();
        await session.WithGroupAsync("other");
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Set, SetBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Set, """, "parameters": { "ingressEffect": { "value": "Audit" } }"""));
        await session.PutOkAsync(Apps + "/open", App(external: true), ResourceVersion);
        await session.PutOkAsync(Apps + "/shut", App(external: false), ResourceVersion);
        await ScanAsync(session);
        return session;
    }

    private static async Task ScanAsync(EmulatorSession session)
    {
        var accepted = await session.PostAsync(Subscription + States + "/triggerEvaluation", InsightsVersion);
        await FinishedAsync(session, accepted);
    }

    // Polls as a client does; the scan ends by itself.
    private static async Task<Answer> FinishedAsync(EmulatorSession session, Answer accepted)
    {
        while (true)
        {
            using var poll = new HttpRequestMessage(HttpMethod.Get, accepted.Headers["Location"]);
            var answer = await session.SendAsync(poll);
            if (answer.Status != 202) return answer;
            await Task.Yield();
        }
    }

    private static string ResourceNames(Answer answer) => string.Join(' ', answer.List("resourceId").Select(id => id[(id.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal));

    private static (string?, string?, string?) Details(Answer answer, string path) =>
        (answer.At(path + "/resourceDetails"), answer.At(path + "/policyDetails"), answer.At(path + "/policyGroupDetails"));
}
