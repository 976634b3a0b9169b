using Plumbline.Cli;
using Plumbline.Cli.Applying;
using Plumbline.Planning.Journals;
using Plumbline.PlanningTests.Operations;

namespace Plumbline.PlanningTests.Arm.Applying;

public sealed class StalePlanTests
{
    private const string Set = TestEstate.Authorization + "/policySetDefinitions/baseline";

    [Fact]
    public async Task Object_that_was_changed_since_is_not_overwritten_and_nothing_else_written()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        await estate.RenameAsync(Set, "Once");
        var plan = await estate.PlanAsync();
        await estate.RenameAsync(Set, "Twice");

        var journal = new MemoryJournal();
        var result = await estate.ApplyAsync(plan, journal);

        Assert.Equal((ApplyOutcome.Stale, ExitCode.Incomplete), (result.Outcome, ApplyExitCode.Of(result)));
        var stale = Assert.Single(result.Stale);
        Assert.Equal((Set, plan.Operations[0].Precondition.Digest), (stale.Id, stale.Expected));
        Assert.NotEqual(stale.Expected, stale.Found);
        Assert.NotNull(stale.UpdatedBy);
        Assert.StartsWith("2026-03-04T", stale.UpdatedOn, StringComparison.Ordinal);
        Assert.Equal([], estate.Watch.Writes);
        Assert.Equal(["Started", "Finished"], journal.Lines);
    }

    [Fact]
    public async Task Object_that_was_made_since_is_not_overwritten()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        await estate.PutAsync(
            $"{TestEstate.Authorization}/policyDefinitions/second", "2025-03-01",
            """{"properties":{"mode":"All","policyRule":{"if":{"field":"type","equals":"a"},"then":{"effect":"audit"}}}}""");

        var result = await estate.ApplyAsync(plan);

        Assert.Equal("100-policyDefinition-second", Assert.Single(result.Stale).Operation.Op);
        Assert.Equal([], estate.Watch.Writes);
    }

    [Fact]
    public async Task Object_that_was_deleted_since_makes_the_plan_stale()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var plan = await estate.PlanAsync(choices: new([], true));
        await estate.DeleteAsync($"{TestEstate.Group}/providers/Microsoft.Authorization/policyExemptions/waived", "2022-07-01-preview");

        var result = await estate.ApplyAsync(plan);

        Assert.Contains("does not exist any more", Assert.Single(result.Stale).Diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal([], estate.Watch.Writes);
    }

    [Fact]
    public async Task Change_between_the_check_and_the_write_is_not_overwritten()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        await estate.RenameAsync(Set, "Once");
        var plan = await estate.PlanAsync();
        estate.Watched(watch => watch.Leaving = async line =>
        {
            if (line == $"GET {Set}") await estate.RenameAsync(Set, "Twice");
        });

        var result = await estate.ApplyAsync(plan);

        Assert.Equal(ApplyOutcome.Stale, result.Outcome);
        Assert.Equal(Set, Assert.Single(result.Stale).Id);
        Assert.Equal([], estate.Watch.Writes);
    }

    [Fact]
    public async Task Of_two_applies_at_once_one_wins_and_the_other_is_stale()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();

        var results = await Task.WhenAll(estate.ApplyAsync(plan), estate.ApplyAsync(plan));

        Assert.Equal([ApplyOutcome.Complete, ApplyOutcome.Stale], results.Select(result => result.Outcome).Order());
        Assert.Equal([], (await estate.PlanAsync()).Operations.Select(operation => operation.Op));
    }

    [Fact]
    public async Task Assignment_that_was_made_anew_is_another()
    {
        await using var estate = await TestEstate.StartAsync();
        var environment = Estate.Environment();
        await estate.AppliedAsync(await estate.PlanAsync(environment));
        var plan = await estate.PlanAsync(environment, choices: new([], true));
        var assignment = plan.Operations.Single(operation => operation.Id == TestEstate.AssignmentId);
        Assert.NotNull(assignment.Precondition.InstanceId);
        await estate.DeleteAsync(TestEstate.AssignmentId);
        await estate.PutAsync(TestEstate.AssignmentId, "2025-03-01", Plumbline.Policy.Values.PolicyValueWriter.ToCompactJson(Assert.IsType<Plumbline.Policy.Values.ObjectValue>(assignment.Inverse.Body)));

        var result = await estate.ApplyAsync(plan);

        Assert.Contains("was deleted and made again", Assert.Single(result.Stale).Diagnostic.Message, StringComparison.Ordinal);
    }
}
