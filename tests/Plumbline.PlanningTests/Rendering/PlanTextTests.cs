using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Rendering;

namespace Plumbline.PlanningTests.Rendering;

/// <summary>Details of the text that the snapshot does not show.</summary>
public sealed class PlanTextTests
{
    [Fact]
    public void No_line_that_keeps_an_object_says_delete()
    {
        var plan = RenderedPlans.Of(RenderedPlans.Put("a", PlanAction.Update) with { Risk = PlanRisk.Review }, RenderedPlans.Delete("b"));

        var lines = PlanText.Lines(plan).Select(line => line.ToString()).Where(line => line.Contains("delete", StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.Equal(
            ["  1 to delete, 1 to update; 1 stays as declared.", "  Deletes definition b at subscription 11111111-1111-1111-1111-111111111111.", "  Guards: 1 of at most 10 deletes; no privileged roles.", "  - delete definition b at subscription 11111111-1111-1111-1111-111111111111 [destructive]"],
            lines);
    }

    [Fact]
    public void Long_lists_show_what_was_added_and_removed_only()
    {
        var before = $"[{string.Join(',', Enumerable.Range(0, 200).Select(index => $"\"/subscriptions/{index}\""))}]";
        var after = $"[{string.Join(',', Enumerable.Range(1, 200).Select(index => $"\"/subscriptions/{index}\""))}]";

        Assert.Equal(["      - /properties/notScopes: \"/subscriptions/0\"", "      + /properties/notScopes: \"/subscriptions/200\""], Differences(("/properties/notScopes", before, after)));
    }

    [Fact]
    public void Objects_are_compared_to_the_place_that_differs() =>
        Assert.Equal(
            ["      ~ /properties/policyRule/if/anyOf/1/equals: 1 -> 2"],
            Differences(("/properties/policyRule", """{"if":{"anyOf":[{"field":"a"},{"equals":1}]}}""", """{"if":{"anyOf":[{"field":"a"},{"equals":2}]}}""")));

    [Fact]
    public void Long_values_are_counted_not_written() =>
        Assert.Equal(
            ["      + /properties/parameters: { 7 properties: a0, a1, a2, a3, a4 and 2 more }"],
            Differences(("/properties/parameters", null, $"{{{string.Join(',', Enumerable.Range(0, 7).Select(index => $"\"a{index}\":\"a value of some length\""))}}}")));

    [Fact]
    public void Many_differences_are_cut_and_counted()
    {
        var lines = Differences([.. Enumerable.Range(0, 45).Select(index => ($"/properties/a{index}", (string?)"1", (string?)"2"))]);

        Assert.Equal((41, "      ... 5 more differences; the plan file has them all"), (lines.Count, lines[^1]));
    }

    [Fact]
    public void Assignment_that_is_enforced_later_counts_once_and_is_told_once()
    {
        var start = RenderedPlans.Put("a", PlanAction.Create, ArmObjectKind.PolicyAssignment, PlanPhase.Assignments, """{"properties":{"enforcementMode":"DoNotEnforce"}}""");
        var end = RenderedPlans.Put("a", PlanAction.Update, ArmObjectKind.PolicyAssignment, PlanPhase.Enforcement, """{"properties":{"enforcementMode":"Default"}}""") with { Diff = [RenderedPlans.Difference("/properties/enforcementMode", "\"DoNotEnforce\"", "\"Default\"")] };

        var lines = PlanText.Lines(RenderedPlans.Of(start, end)).Select(line => line.ToString()).ToList();

        Assert.Equal(
            ["  1 to create; 1 stays as declared.", "  Starts enforcing new assignment a at subscription 11111111-1111-1111-1111-111111111111: requests that violate a policy with deny are refused.", "  Guards: 0 of at most 10 deletes; no privileged roles."],
            lines[3..6]);
    }

    private static List<string> Differences(params (string Path, string? Before, string? After)[] differences)
    {
        var operation = RenderedPlans.Put("a", PlanAction.Update) with { Diff = [.. differences.Select(one => RenderedPlans.Difference(one.Path, one.Before, one.After))], Source = null };
        return [.. PlanText.Operation(RenderedPlans.Of(operation), operation).Skip(1).Select(line => line.ToString())];
    }
}
