using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.PlanningTests.Operations;

namespace Plumbline.PlanningTests.Arm.Applying;

public sealed class RollbackTests
{
    private const string Set = TestEstate.Authorization + "/policySetDefinitions/baseline";

    // What the objects say, without stamps and ids that are drawn.
    private static string[] Says(LiveState live) =>
        [.. live.Objects.Where(one => one.Kind != ArmObjectKind.RoleAssignment).Select(one => $"{one.Id} {ObjectDigest.Of(WritableBody.Of(one))}"), $"{live.Of(ArmObjectKind.RoleAssignment).Count()} roles"];

    private static DeploymentEnvironment Stricter() => TestEstate.Everything() with
    {
        Assignments = [TestEstate.Everything().Assignments[0] with { Parameters = Estate.Json("""{"firstEffect":"Deny","secondEffect":"Modify"}"""), DisplayName = "Stricter" }],
    };

    [Fact]
    public async Task Rollback_of_a_first_apply_leaves_nothing()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        var journal = await estate.AppliedAsync(plan);

        var result = await estate.RollbackAsync(plan, journal);

        Assert.Equal([], result.Diagnostics.Select(diagnostic => diagnostic.Message));
        Assert.Equal((ApplyOutcome.Complete, plan.Operations.Length), (result.Outcome, result.Done.Length));
        Assert.Equal([], (await estate.ReadAsync()).Objects.Select(one => one.Id));
    }

    [Fact]
    public async Task Rollback_of_a_change_brings_back_what_was()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var before = Says(await estate.ReadAsync());
        var plan = await estate.PlanAsync(Stricter());
        var journal = await estate.AppliedAsync(plan);
        Assert.NotEqual(before, Says(await estate.ReadAsync()));

        var result = await estate.RollbackAsync(plan, journal);

        Assert.Equal(ApplyOutcome.Complete, result.Outcome);
        Assert.Equal(before, Says(await estate.ReadAsync()));
    }

    [Fact]
    public async Task Rollback_of_a_destruction_gives_roles_to_the_new_principal()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var before = await estate.ReadAsync();
        var plan = await estate.PlanAsync(choices: new([], true));
        var journal = await estate.AppliedAsync(plan);

        var result = await estate.RollbackAsync(plan, journal);

        var after = await estate.ReadAsync();
        Assert.Equal([], result.Diagnostics.Select(diagnostic => diagnostic.Message));
        Assert.Equal(Says(before), Says(after));
        var principal = after.Find(TestEstate.AssignmentId)?.PrincipalId;
        Assert.NotEqual(before.Find(TestEstate.AssignmentId)?.PrincipalId, principal);
        Assert.Equal(principal, ((Plumbline.Policy.Values.TextValue)Assert.Single(after.Of(ArmObjectKind.RoleAssignment)).Properties["principalId"]).Value);
        Assert.Equal([], (await estate.PlanAsync()).Operations.Select(operation => operation.Op));
    }

    [Fact]
    public async Task Object_that_was_changed_since_is_not_touched()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        var journal = await estate.AppliedAsync(plan);
        await estate.RenameAsync(Set, "Other");

        var result = await estate.RollbackAsync(plan, journal);

        Assert.Equal((ApplyOutcome.Stale, Set), (result.Outcome, Assert.Single(result.Stale).Id));
        Assert.Equal([], estate.Watch.Writes);
    }

    [Fact]
    public async Task Second_rollback_has_nothing_to_do()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        var journal = await estate.AppliedAsync(plan);
        await estate.RollbackAsync(plan, journal);

        var result = await estate.RollbackAsync(plan, journal);

        Assert.Equal((ApplyOutcome.AlreadyComplete, plan.Operations.Length), (result.Outcome, result.Done.Length));
        Assert.Equal([], estate.Watch.Writes);
    }

    [Fact]
    public async Task What_was_rolled_back_cannot_be_resumed()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        var journal = await estate.AppliedAsync(plan);
        await estate.RollbackAsync(plan, journal);

        var result = await estate.ResumeAsync(plan, journal);

        Assert.Equal((ApplyOutcome.Refused, "PLB4064"), (result.Outcome, Assert.Single(result.Refusals).Code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rollback_of_a_run_that_ended_anywhere_leaves_nothing(bool cutsAnswer)
    {
        var wasCut = true;
        for (var at = 7; wasCut; at += 2)
        {
            await using var estate = await TestEstate.StartAsync();
            var plan = await estate.PlanAsync();
            (var journal, wasCut) = await ResumeTests.CutAsync(estate, at, cutsAnswer, one => estate.ApplyAsync(plan, one));
            var whole = new MemoryJournal();
            foreach (var item in journal.Events) whole.Append(item);

            var result = await estate.RollbackAsync(plan, whole);

            Assert.Equal([], result.Diagnostics.Select(diagnostic => $"cut at {at}: {diagnostic.Message}"));
            Assert.True((await estate.ReadAsync()).Objects.IsEmpty, $"cut at {at}: {string.Join('\n', (await estate.ReadAsync()).Objects.Select(one => one.Id))}\n{string.Join('\n', whole.Lines)}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rollback_that_ended_anywhere_is_gone_on_with(bool cutsAnswer)
    {
        var wasCut = true;
        for (var at = 1; wasCut; at += 2)
        {
            await using var estate = await TestEstate.StartAsync();
            var plan = await estate.PlanAsync();
            var applied = await estate.AppliedAsync(plan);
            (var journal, wasCut) = await ResumeTests.CutAsync(estate, at, cutsAnswer, one => estate.RollbackAsync(plan, one), applied);
            var whole = new MemoryJournal();
            foreach (var item in journal.Events) whole.Append(item);

            var result = await estate.RollbackAsync(plan, whole);

            Assert.Equal([], result.Diagnostics.Select(diagnostic => $"cut at {at}: {diagnostic.Message}"));
            Assert.True(result.IsComplete);
            Assert.Equal([], (await estate.ReadAsync()).Objects.Select(one => $"cut at {at}: {one.Id}"));
        }
    }
}
