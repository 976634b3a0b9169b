using System.Text.Json.Nodes;
using CsCheck;
using Plumbline.Emulator;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Synthetic;
using Plumbline.Policy.Assignments;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.Insights.StateSamples;

namespace Plumbline.EmulatorTests.Insights;

public sealed class SyntheticEstateTests
{
    private const string States = "/providers/Microsoft.PolicyInsights/policyStates/latest";
    private const string Group = "/providers/Microsoft.Management/managementGroups/synthetic";

    private static readonly Gen<SyntheticOptions> Options = Gen.Select(
        Gen.Int, Gen.Int[1, 120], Gen.Int[1, 12], Gen.Int[1, 4], Gen.Int[1, 40],
        (seed, resources, policies, subscriptions, perGroup) => new SyntheticOptions(seed, resources, policies, Math.Min(subscriptions, resources), perGroup));

    [Fact]
    public void Records_are_those_that_the_engine_gives() => Options.Sample(
        options =>
        {
            var state = SyntheticStart.Add(StateSamples.Empty, options, Policies);
            var estate = EstateOf(state);
            var engine = new AssignmentVerdicts(Policies, state, Now, apiVersion: null);
            for (var index = 0; index < options.Resources; index++)
            {
                Assert.Equal(
                    engine.On(estate.Resource(index)).Select(record => (record.Policy.Assignment.Id, record.Policy.ReferenceId, record.State, record.Effect)),
                    estate.States(index).Select(record => (record.Member.Assignment.Id.Text, (string?)record.Member.ReferenceId, (ComplianceState?)record.State, record.Effect)));
            }
        },
        iter: 10);

    [Fact]
    public void Counts_are_those_of_the_records_one_by_one() => Options.Sample(
        options =>
        {
            var state = SyntheticStart.Add(StateSamples.Empty, options, Policies);
            var estate = EstateOf(state);
            var written = state.With(estate.Resource(0));
            var reader = new RecordReader(Evaluator, new SyntheticRecords(estate));
            foreach (var scope in (string[])[Group, "/subscriptions/" + estate.Shape.SubscriptionId(0), $"/subscriptions/{estate.Shape.SubscriptionId(0)}/resourceGroups/rg-00000"])
            {
                var (at, now) = (RecordScope.Of(written, Id(scope)), new RecordWindow(true, null, null));
                var slow = new SummaryCounter();
                foreach (var verdicts in reader.States(written, at, now, RecordCursor.Start)) slow.Add(verdicts.States);

                Assert.Equal(Text(slow), Text(reader.Count(written, at, now, filter: null)));
            }
        },
        iter: 50);

    [Fact]
    public async Task Every_record_is_on_exactly_one_page_and_the_summary_counts_them()
    {
        await using var session = await StartAsync(new SyntheticOptions(7, 333, 7, 3, 50));

        var rows = await ReadAllAsync(session, $"{Group}{States}/queryResults?$select=resourceId,policyDefinitionReferenceId,complianceState");
        var summary = await session.PostAsync($"{Group}{States}/summarize", InsightsVersion);

        Assert.Equal(333 * 7, rows.Select(row => $"{row["resourceId"]}|{row["policyDefinitionReferenceId"]}").Distinct().Count());
        Assert.Equal(333 * 7, rows.Count);
        var violators = rows.Where(row => row["complianceState"]?.ToString() == "NonCompliant").Select(row => row["resourceId"]?.ToString()).Distinct().Count();
        Assert.Equal($"{violators}", summary.At("value/0/results/nonCompliantResources"));
        Assert.Equal(3, (summary.Json["value"]?[0]?["policyAssignments"] as JsonArray)?.Count);
    }

    [Fact]
    public async Task Filter_and_groups_agree_with_the_summary_at_every_assignment()
    {
        await using var session = await StartAsync(new SyntheticOptions(11, 200, 5, 2, 30));
        var summary = await session.PostAsync($"{Group}{States}/summarize", InsightsVersion);

        var first = summary.At("value/0/policyAssignments/0/policyAssignmentId");
        var grouped = await session.PostAsync(
            $"{first}{States}/queryResults?$apply=filter(IsCompliant eq false)/groupby((ResourceId))/aggregate($count as Resources)", InsightsVersion);
        using var link = new HttpRequestMessage(HttpMethod.Post, summary.At("value/0/policyAssignments/0/results/queryResultsUri") + "&$apply=groupby((ResourceId))/aggregate($count as Resources)");
        var linked = await session.SendAsync(link);

        Assert.Equal(summary.At("value/0/policyAssignments/0/results/nonCompliantResources"), grouped.At("value/0/Resources"));
        Assert.Equal(grouped.At("value/0/Resources"), linked.At("value/0/Resources"));
    }

    [Fact]
    public async Task Resources_are_listed_page_by_page_and_found()
    {
        var options = new SyntheticOptions(3, 1234, 2, 1, 500);
        await using var session = await StartAsync(options);
        var subscription = "/subscriptions/" + new SyntheticShape(options).SubscriptionId(0);

        var names = new List<string>();
        var next = $"{subscription}/resources?$top=1000&api-version=2021-04-01";
        while (next is not null)
        {
            var page = await session.SendAsync(HttpMethod.Get, next, null);
            names.AddRange(page.List("name"));
            next = page.At("nextLink");
        }

        Assert.Equal(Enumerable.Range(0, 1234).Select(SyntheticShape.NameOf), names);
        var group = await session.GetAsync($"{subscription}/resourceGroups/rg-00002/resources?$top=5", "2021-04-01");
        Assert.Equal("resource-00001000", group.At("value/0/name"));
        var one = await session.GetAsync(group.At("value/0/id") ?? "", ResourceVersion);
        Assert.Equal((200, "1000"), (one.Status, one.At("properties/number")));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(10, 0, 1)]
    [InlineData(10, 41, 1)]
    [InlineData(10, 1, 11)]
    public void Estate_that_cannot_be_is_refused(int resources, int states, int subscriptions) =>
        Assert.Throws<EmulatorStartException>(() => new SyntheticShape(new SyntheticOptions(1, resources, states, subscriptions)));

    private static async Task<List<JsonNode>> ReadAllAsync(EmulatorSession session, string path)
    {
        var rows = new List<JsonNode>();
        var answer = await session.PostAsync(path, InsightsVersion);
        while (true)
        {
            rows.AddRange((answer.Json["value"] as JsonArray)?.OfType<JsonNode>() ?? []);
            if (answer.At("@odata.nextLink") is not { } next) return rows;
            answer = await session.SendAsync(HttpMethod.Post, next, null);
        }
    }

    private static Task<EmulatorSession> StartAsync(SyntheticOptions options) => EmulatorSession.StartAsync(with: start => start with { Synthetic = options });

    private static SyntheticEstate EstateOf(ArmState state) => state.Virtual as SyntheticEstate ?? throw new InvalidOperationException("There is no estate.");

    private static string Text(SummaryCounter counter) => new ComplianceSummary(filter => filter, hasDetails: true).Of(counter, top: null).ToJsonString();
}
