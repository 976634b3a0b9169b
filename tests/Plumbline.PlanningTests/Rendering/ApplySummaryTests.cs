using Plumbline.Cli.Rendering;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;
using Plumbline.Reporting.Findings;

namespace Plumbline.PlanningTests.Rendering;

/// <summary>What became of a plan, from its journal.</summary>
public sealed class ApplySummaryTests
{
    private static readonly DeploymentPlan Plan = RenderedPlans.Of(
        RenderedPlans.Put("a", PlanAction.Create), RenderedPlans.Put("b", PlanAction.Update), RenderedPlans.Put("c", PlanAction.Create), RenderedPlans.Put("d", PlanAction.Create), RenderedPlans.Delete("e"));

    private static readonly JournalEvent[] Journal =
    [
        Event(JournalEventKind.Started, null), Event(JournalEventKind.Sent, "1-policyDefinition-a"), Event(JournalEventKind.Done, "1-policyDefinition-a"),
        Event(JournalEventKind.Failed, "1-policyDefinition-b") with { Status = 400, Code = "InvalidPolicyRule", Message = "The rule\nis <wrong>", Attempt = 3, CorrelationId = "c1" },
        Event(JournalEventKind.Blocked, "1-policyDefinition-c"), Event(JournalEventKind.Sent, "1-policyDefinition-d"),
    ];

    [Fact]
    public void Worst_comes_first_and_what_was_cut_off_is_not_known() => Assert.Equal(
        [
            "Not everything is done in environment prod: 1 failed, 1 not known, 1 blocked, 1 not started, 1 done.",
            "",
            "Failed (1)",
            "  update definition b at subscription 11111111-1111-1111-1111-111111111111",
            "      HTTP 400 InvalidPolicyRule The rule is <wrong> after 3 tries (correlation id c1)",
            "      from definitions/a.json",
            "",
            "Sent, and it is not known whether it took effect (1)",
            "  create definition d at subscription 11111111-1111-1111-1111-111111111111",
            "",
            "Blocked by what failed (1)",
            "  create definition c at subscription 11111111-1111-1111-1111-111111111111",
            "",
            "Not started (1)",
            "  delete definition e at subscription 11111111-1111-1111-1111-111111111111",
        ],
        ApplyText.Lines(ApplySummary.Of(Plan, Journal), "j.jsonl").Take(15).Select(line => line.ToString()));

    [Fact]
    public void Later_line_of_a_resumed_run_counts()
    {
        var summary = ApplySummary.Of(RenderedPlans.Of(Plan.Operations[1]), [.. Journal, Event(JournalEventKind.Resumed, null), Event(JournalEventKind.Done, "1-policyDefinition-b")]);

        Assert.True(summary.IsComplete);
        Assert.Equal(["Applied. 1 operation done in environment prod."], ApplyText.Lines(summary, "j.jsonl").Select(line => line.ToString()));
    }

    [Fact]
    public void Markdown_encodes_what_a_service_says() =>
        Assert.Contains("| :red_circle: failed | update definition b at subscription 11111111-1111-1111-1111-111111111111 | HTTP 400 InvalidPolicyRule The rule is &#60;wrong&#62; after 3 tries (correlation id c1) |\n", ApplyMarkdown.Write(ApplySummary.Of(Plan, Journal), "j.jsonl"), StringComparison.Ordinal);

    [Fact]
    public void JUnit_has_a_case_an_operation() => Assert.Equal(
        [JUnitOutcome.Passed, JUnitOutcome.Failed, JUnitOutcome.Skipped, JUnitOutcome.Error, JUnitOutcome.Skipped],
        ApplyJUnit.Of(ApplySummary.Of(Plan, Journal)).SelectMany(suite => suite.Cases).Select(one => one.Outcome));

    private static JournalEvent Event(JournalEventKind kind, string? op) => new(DateTimeOffset.UnixEpoch, kind, null, op);
}
