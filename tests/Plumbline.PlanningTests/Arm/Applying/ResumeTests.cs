using Plumbline.Arm.Applying;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;
using Plumbline.PlanningTests.Operations;

namespace Plumbline.PlanningTests.Arm.Applying;

public sealed class ResumeTests
{
    private const string Set = TestEstate.Authorization + "/policySetDefinitions/baseline";

    /// <summary>A run that ends at a request as a program that is killed: nothing gets through and nothing is noted any more.</summary>
    internal static async Task<(MemoryJournal Journal, bool WasCut)> CutAsync(TestEstate estate, int at, bool cutsAnswer, Func<MemoryJournal, Task<ApplyResult>> run, MemoryJournal? earlier = null)
    {
        RequestWatch? watch = null;
        estate.Watched(one => (watch, one.CutAt, one.CutsAnswer) = (one, at, cutsAnswer));
        var journal = new MemoryJournal(_ =>
        {
            if (watch?.IsCut == true) throw new IOException("The program has ended.");
        });
        foreach (var item in earlier?.Events ?? []) journal.Append(item);
        try
        {
            await run(journal);
        }
        catch (IOException)
        {
            // As a killed program, it reports nothing.
        }

        estate.Unwatched();
        if (watch is not null) await watch.SettledAsync();
        return (journal, watch?.IsCut == true);
    }

    private static MemoryJournal Copy(MemoryJournal journal)
    {
        var copy = new MemoryJournal();
        foreach (var item in journal.Events) copy.Append(item);
        return copy;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Resume_after_any_request_gives_the_same_state(bool cutsAnswer)
    {
        var wasCut = true;
        for (var at = 1; wasCut; at++)
        {
            await using var estate = await TestEstate.StartAsync();
            var plan = await estate.PlanAsync();
            (var cut, wasCut) = await CutAsync(estate, at, cutsAnswer, journal => estate.ApplyAsync(plan, journal));
            var resumed = Copy(cut);

            var result = resumed.Events.IsEmpty ? await estate.ApplyAsync(plan, resumed) : await estate.ResumeAsync(plan, resumed);

            Assert.Equal([], result.Diagnostics.Select(diagnostic => $"cut at {at}: {diagnostic.Message}"));
            Assert.True(result.IsComplete, $"cut at {at}: {result.Outcome}, {resumed.Events[^1].Message}, blocked {string.Join(", ", result.Blocked.Select(one => $"{one.Operation.Op} by {string.Join('+', one.By)}"))}\n{string.Join('\n', resumed.Lines)}");
            Assert.Equal(plan.Operations, result.Done.Select(one => one.Operation));
            Assert.Equal([], (await estate.PlanAsync()).Operations.Select(operation => $"cut at {at}: {operation.Op}"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Resumed_destruction_leaves_nothing(bool cutsAnswer)
    {
        var wasCut = true;
        for (var at = 1; wasCut; at += 2)
        {
            await using var estate = await TestEstate.StartAsync();
            await estate.AppliedAsync(await estate.PlanAsync());
            var plan = await estate.PlanAsync(choices: new([], true));
            (var cut, wasCut) = await CutAsync(estate, at, cutsAnswer, journal => estate.ApplyAsync(plan, journal));
            var resumed = Copy(cut);

            var result = resumed.Events.IsEmpty ? await estate.ApplyAsync(plan, resumed) : await estate.ResumeAsync(plan, resumed);

            Assert.Equal([], result.Diagnostics.Select(diagnostic => $"cut at {at}: {diagnostic.Message}"));
            Assert.Equal([], (await estate.ReadAsync()).Objects.Select(one => $"cut at {at}: {one.Id}"));
        }
    }

    [Fact]
    public async Task Finished_run_has_nothing_to_resume()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        var journal = await estate.AppliedAsync(plan);

        var result = await estate.ResumeAsync(plan, journal);

        Assert.Equal(ApplyOutcome.AlreadyComplete, result.Outcome);
        Assert.Equal(plan.Operations.Length, result.Done.Length);
        Assert.All(result.Done, one => Assert.True(one.IsEarlier));
        Assert.Equal([], estate.Watch.Writes);
        Assert.Equal(["Resumed", "Finished"], journal.Lines[^2..]);
    }

    [Fact]
    public async Task What_was_done_and_changed_since_makes_resuming_stale()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        var journal = await estate.AppliedAsync(plan);
        await estate.RenameAsync(Set, "Other");

        var result = await estate.ResumeAsync(plan, journal);

        var stale = Assert.Single(result.Stale);
        Assert.Equal((ApplyOutcome.Stale, Set), (result.Outcome, stale.Id));
        Assert.Equal(3, new[] { stale.Expected, stale.Found, stale.Wanted }.Distinct().Count(digest => digest is not null));
        Assert.Equal([], estate.Watch.Writes);
    }

    [Fact]
    public async Task Journal_of_another_plan_is_refused()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        var journal = await estate.AppliedAsync(plan);

        var result = await estate.ResumeAsync(plan with { PlanId = "sha256:other" }, journal);

        Assert.Equal((ApplyOutcome.Refused, "PLB4061"), (result.Outcome, Assert.Single(result.Refusals).Code));
        Assert.Equal([], estate.Watch.Requests);
    }

    [Fact]
    public async Task Failed_operation_is_done_by_resuming()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        estate.Watched(ErrorAnswer.First(1, $"PUT {Set}", () => ErrorAnswer.Of(400, "Rejected", "Not now.")));
        var journal = new MemoryJournal();
        Assert.Equal(ApplyOutcome.Partial, (await estate.ApplyAsync(plan, journal)).Outcome);

        var result = await estate.ResumeAsync(plan, journal);

        Assert.Equal(ApplyOutcome.Complete, result.Outcome);
        Assert.Equal([true, true, false, false, false, false, false], result.Done.Select(one => one.IsEarlier));
    }

    [Fact]
    public async Task Cancelled_run_finishes_what_is_under_way_and_is_resumed()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        using var source = new CancellationTokenSource();
        var journal = new MemoryJournal(item =>
        {
            if (item is { Kind: JournalEventKind.Sent, Op: "100-policyDefinition-first" }) source.Cancel();
        });

        var result = await estate.ApplyAsync(plan, journal, cancellation: source.Token);

        Assert.Equal(ApplyOutcome.Interrupted, result.Outcome);
        Assert.Equal(["100-policyDefinition-first"], result.Done.Select(one => one.Operation.Op));
        Assert.Equal(plan.Operations.Skip(1).Select(operation => operation.Op), result.NotStarted.Select(operation => operation.Op));
        Assert.Contains("6 not started (100-policyDefinition-second, ", journal.Events[^1].Message, StringComparison.Ordinal);
        Assert.Equal(ApplyOutcome.Complete, (await estate.ResumeAsync(plan, journal)).Outcome);
    }

    [Fact]
    public async Task Run_that_waits_to_try_again_is_cancelled_at_once()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        using var source = new CancellationTokenSource();
        estate.Watched(ErrorAnswer.First(99, $"PUT {Set}", () => ErrorAnswer.Of(429, "TooManyRequests", "Slow down.", "60")));
        var journal = new MemoryJournal(item =>
        {
            if (item.Kind == JournalEventKind.Retried) source.Cancel();
        });

        var result = await estate.ApplyAsync(plan, journal, cancellation: source.Token);

        Assert.Equal((ApplyOutcome.Interrupted, ApplyFailureKind.Interrupted), (result.Outcome, Assert.Single(result.Failed).Failure.Kind));
    }

    [Fact]
    public async Task Lanes_are_applied_by_different_people()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        var journal = new MemoryJournal();

        var policy = await estate.ApplyAsync(plan, journal, ApplyOptions.Default with { Lanes = [PlanLane.Policy] });
        var roles = await estate.ApplyAsync(plan, options: ApplyOptions.Default with { Lanes = [PlanLane.Rbac] });
        var exemptions = await estate.ApplyAsync(plan, options: ApplyOptions.Default with { Lanes = [PlanLane.Exemption] });
        var flip = await estate.ApplyAsync(plan, journal, ApplyOptions.Default with { Lanes = [PlanLane.Policy], Earlier = journal.Events });

        Assert.Equal(2, policy.OtherLane.Length);
        Assert.Equal(plan.Operations.Where(operation => operation.Lane != PlanLane.Policy).Select(operation => operation.Op), Assert.Single(policy.Blocked).By);
        Assert.Equal((ApplyOutcome.Complete, ApplyOutcome.Complete, ApplyOutcome.Complete), (roles.Outcome, exemptions.Outcome, flip.Outcome));
        Assert.Equal([], (await estate.PlanAsync()).Operations.Select(operation => operation.Op));
    }

    [Fact]
    public async Task Lane_of_roles_waits_for_the_principal()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();

        var result = await estate.ApplyAsync(plan, options: ApplyOptions.Default with { Lanes = [PlanLane.Rbac] });

        Assert.Equal((ApplyFailureKind.NotVisible, "PLB4067"), (Assert.Single(result.Failed).Failure.Kind, result.Failed[0].Failure.Diagnostic.Code));
        Assert.True(result.Requests.Waited >= TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Lane_deletes_nothing_before_the_others_are_done()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var environment = TestEstate.Everything() with { Exemptions = [TestEstate.Everything().Exemptions[0] with { Name = "other" }] };
        var documents = Estate.Documents(Estate.Definition("first"), Estate.Modifying("second"), Estate.Definition("third"), Estate.Initiative("baseline", "first", "second"));
        var plan = await estate.PlanAsync(environment, documents);
        Assert.Equal([PlanAction.Create, PlanAction.Delete], plan.Operations.Select(operation => operation.Action));

        var result = await estate.ApplyAsync(plan, options: ApplyOptions.Default with { Lanes = [PlanLane.Policy, PlanLane.Rbac] });

        Assert.Equal((ApplyOutcome.AlreadyComplete, 2), (result.Outcome, result.OtherLane.Length));
        Assert.Equal([], estate.Watch.Writes);
    }
}
