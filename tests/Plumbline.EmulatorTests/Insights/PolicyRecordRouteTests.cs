using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using static Plumbline.EmulatorTests.Insights.StateSamples;

namespace Plumbline.EmulatorTests.Insights;

public sealed class PolicyRecordRouteTests
{
    private const string Things = Subscription + "/resourceGroups/rg/providers/Contoso.Things/things";
    private const string Rule = """{"if":{"field":"tags['bad']","exists":true},"then":{"effect":"[parameters('effect')]"}}""";
    private const string Effect = """{"effect":{"type":"String","defaultValue":"Audit"}}""";

    private static readonly ArmRouter Router = new(
        [.. new PolicyRecordRoutes(new RecordReader(Evaluator, null)).All, .. new PolicySummaryRoutes(new RecordReader(Evaluator, null)).All, .. InsightsDocumentRoutes.All]);

    [Fact]
    public void Refused_write_is_an_event_and_no_state()
    {
        var state = Empty.Assign("denied", Rule, parameters: Effect, assignment: ""","parameters":{"effect":{"value":"Deny"}}""");
        var resource = Resource(Things + "/one", """{"tags":{"bad":"yes"}}""");
        var denials = RecordsOf(state, resource).Where(record => record.IsDenied).ToList();

        var after = new WriteRecords().Refused(state, resource, denials, new ResourceWrite(resource, Now, null, Caller.Owner));

        var events = Query(after, Subscription, "policyEvents/default");
        Assert.Equal($"{Things}/one deny NonCompliant False {Tenant} 5b7a2f0e-9c41-4d63-8e0f-2a1d6c3b4e95",
            string.Join(' ', new[] { "resourceId", "policyDefinitionAction", "complianceState", "isCompliant", "tenantId", "principalOid" }.Select(name => First(events)[name]?.ToString() is { } text ? text == "false" ? "False" : text : "")));
        Assert.False(First(events).ContainsKey("policyDefinitionGroupNames"));
        Assert.Empty(Rows(Query(after, Subscription, "policyStates/latest")));
    }

    [Fact]
    public void Write_replaces_the_states_of_its_resource_and_leaves_events_of_what_took_effect()
    {
        var state = Empty.Assign("audited", Rule, parameters: Effect);
        var bad = Resource(Things + "/one", """{"tags":{"bad":"yes"}}""");
        var good = Resource(Things + "/one", "{}");

        var first = Keep(state.With(bad), bad, RecordsOf(state, bad), Now);
        var second = Keep(first.With(good), good, RecordsOf(state, good), Now.AddMinutes(1));

        Assert.Equal(["NonCompliant"], States(Query(first, Subscription, "policyStates/latest")));
        Assert.Equal(["Compliant"], States(Query(second, Subscription, "policyStates/latest")));
        Assert.Equal(["Compliant", "NonCompliant"], States(Query(second, Subscription, "policyStates/default", now: Now.AddMinutes(2))));
        Assert.Equal(["NonCompliant"], States(Query(second, Subscription, "policyEvents/default", now: Now.AddMinutes(2))));
    }

    [Fact]
    public void Newest_record_in_the_interval_is_the_latest()
    {
        var state = Empty.Assign("audited", Rule, parameters: Effect);
        var (bad, good) = (Resource(Things + "/one", """{"tags":{"bad":"yes"}}"""), Resource(Things + "/one", "{}"));
        var after = Keep(Keep(state.With(bad), bad, RecordsOf(state, bad), Now).With(good), good, RecordsOf(state, good), Now.AddHours(1));

        Assert.Equal(["NonCompliant"], States(Query(after, Subscription, "policyStates/latest", "$from=2026-03-04T00:00:00Z&$to=2026-03-04T05:30:00Z")));
        Assert.Equal(["Compliant"], States(Query(after, Subscription, "policyStates/latest", "$from=2026-03-04T00:00:00Z&$to=2026-03-04T23:00:00Z")));
        Assert.Equal(["Compliant"], States(Query(after, Subscription, "policyStates/default", "$from=2026-03-04T05:30:00Z&$to=2026-03-04T23:00:00Z")));
        Assert.Empty(Rows(Query(after, Subscription, "policyStates/default", now: Now.AddDays(2))));
        Assert.Equal(["Compliant"], States(Query(after, Subscription, "policyStates/latest", now: Now.AddDays(2))));
    }

    [Fact]
    public void Explanation_is_of_the_document_that_was_evaluated()
    {
        var state = Empty.Assign("audited", Rule, parameters: Effect);
        var bad = Resource(Things + "/one", """{"tags":{"bad":"yes"}}""");
        var scanned = Keep(state.With(bad), bad, RecordsOf(state, bad), Now);

        var answer = Query(scanned.With(Resource(Things + "/one", "{}")), Subscription, "policyStates/latest", "$expand=PolicyEvaluationDetails");

        Assert.Equal(
            """{"evaluatedExpressions":[{"result":"True","expressionKind":"Field","expression":"tags['bad']","path":"tags.bad","expressionValue":"yes","targetValue":true,"operator":"Exists"}]}""",
            First(answer)["policyEvaluationDetails"]?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Page_that_follows_continues_behind_the_last_record_whatever_was_written_meanwhile()
    {
        var state = Many(2500);
        var seen = new List<string>();
        var answer = Query(state, Subscription, "policyStates/latest");
        seen.AddRange(Rows(answer).Select(row => $"{row["resourceId"]}"));

        var newest = Resource(Things + "/0000", "{}");
        var changed = Keep(state.With(newest), newest, RecordsOf(state, newest), Now.AddMinutes(1)).Without(Id(Things + "/0999"));
        while (answer["@odata.nextLink"]?.ToString() is { } next)
        {
            answer = Query(changed, Subscription, "policyStates/latest", next[(next.IndexOf('?', StringComparison.Ordinal) + 1)..]);
            seen.AddRange(Rows(answer).Select(row => $"{row["resourceId"]}"));
        }

        Assert.Equal(Enumerable.Range(0, 2500).Select(number => $"{Things}/{number:0000}"), seen);
    }

    [Theory]
    [InlineData("$top=1500", 1000, 500)]
    [InlineData("$top=1000", 1000, null)]
    [InlineData("$filter=endswith(ResourceId, '1') or endswith(ResourceId, '2')", 500, null)]
    [InlineData("$filter=not endswith(ResourceId, '1')&$top=2000", 1000, 1000)]
    [InlineData("$orderby=ResourceId desc&$top=1500", 1000, 500)]
    [InlineData("$apply=groupby((ResourceId))&$top=1001", 1000, 1)]
    public void Top_limits_all_pages_together(string options, int first, int? second)
    {
        var state = Many(2500);

        var one = Query(state, Subscription, "policyStates/latest", options);
        var next = one["@odata.nextLink"]?.ToString();
        var two = next is null ? null : Query(state, Subscription, "policyStates/latest", next[(next.IndexOf('?', StringComparison.Ordinal) + 1)..]);

        Assert.Equal(first, Rows(one).Count());
        Assert.Equal(second, two is null ? null : Rows(two).Count());
        Assert.Empty(Rows(one).Select(row => $"{row["resourceId"]}").Intersect(two is null ? [] : Rows(two).Select(row => $"{row["resourceId"]}")));
    }

    [Fact]
    public void Page_of_too_many_bytes_is_refused()
    {
        var state = Empty.Assign("audited", Rule, parameters: Effect, assignment: $$$""","parameters":{"effect":{"value":"Audit"},"x":{"value":"{{{new string('x', 20_000)}}}"}}""");
        var resources = Enumerable.Range(0, 1000).Select(number => Resource($"{Things}/{number:0000}", "{}"));
        state = resources.Aggregate(state, (next, resource) => Keep(next.With(resource), resource, RecordsOf(state, resource), Now));

        Assert.Equal("ResponseTooLarge", Query(state, Subscription, "policyStates/latest")["error"]?["code"]?.ToString());
        Assert.Equal(100, Rows(Query(state, Subscription, "policyStates/latest", "$top=100")).Count());
        Assert.Equal(1000, Rows(Query(state, Subscription, "policyStates/latest", "$select=resourceId")).Count());
    }

    [Theory]
    [InlineData("2019-10-01", true, true)]
    [InlineData("2018-07-01-preview", true, false)]
    public void Columns_are_those_of_the_api_version(string version, bool hasState, bool hasGroups)
    {
        var row = First(Query(Many(1), Subscription, "policyStates/latest", version: version));

        Assert.Equal((hasState, hasGroups), (row.ContainsKey("complianceState"), row.ContainsKey("policyDefinitionGroupNames")));
    }

    [Fact]
    public void Component_states_are_an_empty_page()
    {
        var answer = Query(Many(1), Things + "/0000", "componentPolicyStates/latest", "$filter=ComponentType eq 'x'&$expand=PolicyEvaluationDetails");

        Assert.Equal($$"""{"@odata.context":"https://localhost{{Things}}/0000/providers/Microsoft.PolicyInsights/componentPolicyStates/$metadata#latest","@odata.count":0,"@odata.nextLink":null,"value":[]}""", answer.ToJsonString());
    }

    [Theory]
    [InlineData("policyStates/newest", "The resource 'newest' of 'Microsoft.PolicyInsights/policyStates' is not one of 'latest, default'.")]
    [InlineData("policyEvents/latest", "The resource 'latest' of 'Microsoft.PolicyInsights/policyEvents' is not one of 'default'.")]
    public void View_that_is_none_is_refused(string view, string message) => Assert.Equal(message, Query(Empty, Subscription, view)["error"]?["message"]?.ToString());

    [Theory]
    [InlineData("/providers/Microsoft.Management/managementGroups/" + Tenant, 3)]
    [InlineData(Authorization + "/policyDefinitions/audited", 3)]
    [InlineData("/providers/Microsoft.Authorization/policyDefinitions/audited", 3)]
    [InlineData(Authorization + "/policyDefinitions/other", 0)]
    [InlineData(Authorization + "/policyAssignments/AUDITED", 3)]
    [InlineData("/subscriptions/22222222-2222-2222-2222-222222222222/providers/Microsoft.Authorization/policyDefinitions/audited", 0)]
    public void Records_are_found_at_every_scope(string scope, int expected)
    {
        var state = Many(3).With(ScopeDocuments.Subscription(Tenant, Id("/subscriptions/22222222-2222-2222-2222-222222222222")));

        Assert.Equal(expected, Rows(Query(state, scope, "policyStates/latest")).Count());
    }

    [Theory]
    [InlineData("policyStates", "PolicyState", "policyDefinitionGroupNames")]
    [InlineData("policyEvents", "PolicyEvent", "principalOid")]
    [InlineData("componentPolicyStates", "ComponentPolicyState", "componentId")]
    public void Metadata_describes_the_records(string resource, string entity, string property)
    {
        var response = Send("GET", Empty, $"{Subscription}/providers/Microsoft.PolicyInsights/{resource}/$metadata", "api-version=2024-10-01", Now);

        var document = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString((response.Content ?? new ArmContent(default)).Bytes.Span));
        var type = document.Descendants().Single(element => element.Name.LocalName == "EntityType");
        Assert.Equal(entity, type.Attribute("Name")?.Value);
        Assert.Contains(type.Elements(), element => element.Attribute("Name")?.Value == property);
        Assert.Equal("application/xml; charset=utf-8", response.Content?.MediaType);
    }

    [Fact]
    public void Operations_are_listed()
    {
        var answer = Send("GET", Empty, "/providers/Microsoft.PolicyInsights/operations", "api-version=2024-10-01", Now).Body;

        Assert.Contains("Microsoft.PolicyInsights/policyStates/queryResults/action", (answer?["value"] as JsonArray ?? []).Select(item => item?["name"]?.ToString()));
    }

    private static ArmState Many(int count)
    {
        var state = Empty.Assign("audited", Rule, parameters: Effect);
        var resources = Enumerable.Range(0, count).Select(number => Resource($"{Things}/{number:0000}", "{}")).ToList();
        var all = state.WithSaved(resources);
        return ComplianceScan.Keep(all, new ComplianceScan(Policies).Run(all, Id(Subscription), Now).Where(verdicts => verdicts.Resource.Id.Is("Contoso.Things/things")).ToList());
    }

    private static ArmState Keep(ArmState state, StoredResource resource, List<AssignmentRecord> records, DateTimeOffset now) =>
        new WriteRecords().Written(state, resource, records, [], new ResourceWrite(resource, now, null, Caller.Owner));

    private static List<AssignmentRecord> RecordsOf(ArmState state, StoredResource resource) => [.. new AssignmentVerdicts(Policies, state, Now, apiVersion: null).On(resource)];

    private static JsonObject Query(ArmState state, string scope, string view, string options = "", DateTimeOffset? now = null, string version = "2024-10-01")
    {
        var response = Send("POST", state, $"{scope}/providers/Microsoft.PolicyInsights/{view}/queryResults", options.Contains("api-version", StringComparison.Ordinal) ? options : $"api-version={version}&{options}", now ?? Now);
        return (response.Content is { } content ? JsonNode.Parse(content.Bytes.Span) : response.Body) as JsonObject ?? throw new InvalidOperationException("No body.");
    }

    private static ArmResponse Send(string method, ArmState state, string path, string query, DateTimeOffset now)
    {
        var options = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(option => option.Split('=', 2)).ToImmutableDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]), StringComparer.OrdinalIgnoreCase);
        var (route, request, error) = Router.Find(new ArmRequest(method, "https://localhost", path, options, null, now, Guid.Empty));
        return route?.Handle(state, request).Response ?? throw new InvalidOperationException(error?.Message);
    }

    private static IEnumerable<JsonObject> Rows(JsonObject answer) => (answer["value"] as JsonArray ?? throw new InvalidOperationException(answer.ToJsonString())).OfType<JsonObject>();

    private static JsonObject First(JsonObject answer) => Rows(answer).First();

    private static IEnumerable<string?> States(JsonObject answer) => Rows(answer).Select(row => row["complianceState"]?.ToString());
}
