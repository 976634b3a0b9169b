using System.Collections.Concurrent;
using Newtonsoft.Json;
using Plumbline.Arm;
using Plumbline.Arm.Deployment;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Arm.Deployment;

public sealed class PlanApplierTests
{
    private const string Invalid = """{"error":{"code":"InvalidPolicyRule","message":"No."}}""";

    private const string NotVisible = """{"error":{"code":"PolicyDefinitionNotFound","message":"The policy definition 'a' could not be found."}}""";

    private static readonly DesiredObject[] Wanted = DeployedArm.Wanted;

    private static DeploymentPlan Plan(ChangeAction action = ChangeAction.Create) =>
        new(TestTarget.Subscription, [.. Wanted.Select(one => new PlannedChange(one.Kind, one.Name, one.Id, action, [], one.Body, one.File))]);

    private static ScriptedArm Accepting(params int[] indexes)
    {
        var arm = new ScriptedArm();
        foreach (var one in indexes.Select(i => Wanted[i])) arm.Answer($"PUT {one.Id}", 201, "{}").Answer($"GET {one.Id}", 200, DeployedArm.Echo(one).ToString(Formatting.None));
        return arm;
    }

    private static Task<ApplyResult> ApplyAsync(ScriptedArm arm, DeploymentPlan? plan = null, IProgress<PlannedChange>? progress = null, CancellationToken cancellation = default) =>
        new PlanApplier(TestTarget.Connect(arm)).ApplyAsync(plan ?? Plan(), progress, cancellation);

    private static (string[] Done, string[] Failed, string[] NotStarted) Names(ApplyResult result) =>
        ([.. result.Done.Select(one => one.Name)], [.. result.Failed.Select(one => $"{one.Change.Name}: {one.Failure.Kind}")], [.. result.NotStarted.Select(one => one.Name)]);

    private static void AssertNames(ApplyResult result, string[] done, string[] failed, string[] notStarted)
    {
        var names = Names(result);
        Assert.Equal(done, names.Done);
        Assert.Equal(failed, names.Failed);
        Assert.Equal(notStarted, names.NotStarted);
    }

    [Fact]
    public async Task Everything_is_written_in_order_and_read_back()
    {
        var arm = Accepting(0, 1, 2, 3);
        var progress = new Recorder();

        var result = await ApplyAsync(arm, progress: progress);

        AssertNames(result, ["a", "b", "aca", "baseline"], [], []);
        Assert.True(result.IsComplete);
        Assert.Equal(["a", "b"], progress.Names.Take(2).Order(StringComparer.Ordinal));
        Assert.Equal(["aca", "baseline"], progress.Names.Skip(2));
        Assert.Equal([$"PUT {Wanted[2].Id}", $"GET {Wanted[2].Id}", $"PUT {Wanted[3].Id}", $"GET {Wanted[3].Id}"], arm.Calls.Skip(4));
        Assert.Equal(Wanted[2].Body.ToString(Formatting.None), arm.BodyOf($"PUT {Wanted[2].Id}"));
    }

    [Fact]
    public async Task Answer_200_to_an_update_is_a_success()
    {
        var arm = new ScriptedArm().Answer($"PUT {Wanted[0].Id}", 200, "{}").Answer($"GET {Wanted[0].Id}", 200, DeployedArm.Echo(Wanted[0]).ToString(Formatting.None));

        AssertNames(await ApplyAsync(arm, Plan() with { Changes = [Plan().Changes[0]] }), ["a"], [], []);
    }

    [Fact]
    public async Task Plan_without_changes_sends_nothing()
    {
        var arm = new ScriptedArm();

        AssertNames(await ApplyAsync(arm, Plan(ChangeAction.NoChange)), [], [], []);
        Assert.Empty(arm.Calls);
    }

    [Fact]
    public async Task Failed_definition_stops_what_depends_on_it_and_nothing_else()
    {
        var arm = Accepting(1).Answer($"PUT {Wanted[0].Id}", 400, Invalid);

        var result = await ApplyAsync(arm);

        AssertNames(result, ["b"], ["a: Rejected"], ["aca", "baseline"]);
        var failure = new ArmFailure(ArmFailureKind.Rejected, "PUT", Wanted[0].Id, 400, "InvalidPolicyRule", "No.", null, []);
        Assert.Equal([failure.ToDiagnostic(new SourceLocation("documents/a.json"))], result.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Failed_initiative_leaves_the_assignment_not_started()
    {
        var arm = Accepting(0, 1).Answer($"PUT {Wanted[2].Id}", 400, Invalid);

        AssertNames(await ApplyAsync(arm), ["a", "b"], ["aca: Rejected"], ["baseline"]);
    }

    [Fact]
    public async Task Definition_that_is_not_visible_yet_is_waited_for()
    {
        var arm = Accepting(0, 1).Answer($"PUT {Wanted[2].Id}", 404, NotVisible).Answer($"PUT {Wanted[2].Id}", 404, NotVisible);
        foreach (var one in Wanted[2..]) arm.Answer($"PUT {one.Id}", 201, "{}").Answer($"GET {one.Id}", 200, DeployedArm.Echo(one).ToString(Formatting.None));

        AssertNames(await ApplyAsync(arm), ["a", "b", "aca", "baseline"], [], []);
    }

    [Fact]
    public async Task Definition_that_never_becomes_visible_is_a_failure_after_the_last_try()
    {
        var arm = Accepting(0, 1).Answer($"PUT {Wanted[2].Id}", 404, NotVisible);

        AssertNames(await ApplyAsync(arm), ["a", "b"], ["aca: NotFound"], ["baseline"]);
        Assert.Equal(TestTarget.Immediate.ConsistencyTries, arm.Calls.Count(call => call == $"PUT {Wanted[2].Id}"));
    }

    [Fact]
    public async Task Missing_definition_is_not_waited_for_when_nothing_was_created()
    {
        var arm = new ScriptedArm().Answer($"PUT {Wanted[2].Id}", 404, NotVisible);

        AssertNames(await ApplyAsync(arm, Plan() with { Changes = [Plan().Changes[2]] }), [], ["aca: NotFound"], []);
        Assert.Equal([$"PUT {Wanted[2].Id}"], arm.Calls);
    }

    [Fact]
    public async Task Write_that_reads_back_differently_is_not_done()
    {
        var echo = DeployedArm.Echo(Wanted[0]);
        echo["properties"]?["displayName"]?.Replace("Other");
        var arm = new ScriptedArm().Answer($"PUT {Wanted[0].Id}", 201, "{}").Answer($"GET {Wanted[0].Id}", 200, echo.ToString(Formatting.None));

        var result = await ApplyAsync(arm, Plan() with { Changes = [Plan().Changes[0]] });

        AssertNames(result, [], ["a: NotConfirmed"], []);
        Assert.Equal("properties.displayName", result.Failed[0].Failure.Message);
    }

    [Fact]
    public async Task Write_that_becomes_visible_later_is_done()
    {
        var arm = new ScriptedArm().Answer($"PUT {Wanted[0].Id}", 201, "{}")
            .Answer($"GET {Wanted[0].Id}", 404, DeployedArm.NotFound)
            .Answer($"GET {Wanted[0].Id}", 200, DeployedArm.Echo(Wanted[0]).ToString(Formatting.None));

        AssertNames(await ApplyAsync(arm, Plan() with { Changes = [Plan().Changes[0]] }), ["a"], [], []);
    }

    [Fact]
    public async Task Cancellation_during_a_write_is_a_failure_and_starts_nothing_more()
    {
        using var source = new CancellationTokenSource();
        var arm = Accepting(0, 1).Break($"PUT {Wanted[2].Id}", () =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
        });

        AssertNames(await ApplyAsync(arm, cancellation: source.Token), ["a", "b"], ["aca: Interrupted"], ["baseline"]);
    }

    [Fact]
    public async Task Lost_connection_starts_nothing_more()
    {
        var arm = new ScriptedArm().Break($"PUT {Wanted[2].Id}", () => throw new HttpRequestException("Connection reset by peer"));

        AssertNames(await ApplyAsync(arm, Plan() with { Changes = Plan().Changes[2..] }), [], ["aca: Unreachable"], ["baseline"]);
    }

    [Fact]
    public async Task Deletions_come_last_and_a_missing_object_counts_as_deleted()
    {
        var old = new PlannedChange(ArmObjectKind.PolicyDefinition, "old", "/x/old", ChangeAction.Delete, [], null, "f");
        var older = old with { Name = "older", Id = "/x/older" };
        var arm = Accepting(0).Answer("DELETE /x/old", 200, "{}").Answer("DELETE /x/older", 404, DeployedArm.NotFound);

        AssertNames(await ApplyAsync(arm, Plan() with { Changes = [Plan().Changes[0], old, older] }), ["a", "old", "older"], [], []);
        Assert.Equal(["DELETE /x/old", "DELETE /x/older"], arm.Calls.Skip(2));
    }

    [Fact]
    public async Task Nothing_is_deleted_after_a_failure()
    {
        var old = new PlannedChange(ArmObjectKind.PolicyDefinition, "old", "/x/old", ChangeAction.Delete, [], null, "f");
        var arm = new ScriptedArm().Answer($"PUT {Wanted[0].Id}", 400, Invalid);

        AssertNames(await ApplyAsync(arm, Plan() with { Changes = [Plan().Changes[0], old] }), [], ["a: Rejected"], ["old"]);
    }

    private sealed class Recorder : IProgress<PlannedChange>
    {
        private readonly ConcurrentQueue<string> names = new();

        public string[] Names => [.. names];

        public void Report(PlannedChange value) => names.Enqueue(value.Name);
    }
}
