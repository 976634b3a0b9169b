using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;

namespace Plumbline.PlanningTests.Arm.Applying;

public sealed class PlanApplierTests
{
    [Fact]
    public async Task Plan_is_done_as_its_dependencies_ask_for()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();

        var journal = new MemoryJournal();
        var result = await estate.ApplyAsync(plan, journal);

        Assert.Equal([], result.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}"));
        Assert.Equal(ApplyOutcome.Complete, result.Outcome);
        Assert.Equal(plan.Operations, result.Done.Select(one => one.Operation));
        Assert.Equal(plan.Operations.Length, result.Requests.Writes);
        var done = journal.Events.Where(item => item.Kind == JournalEventKind.Done).Select(item => item.Op).ToList();
        Assert.All(plan.Operations, operation => Assert.All(operation.DependsOn, before => Assert.True(done.IndexOf(before) < done.IndexOf(operation.Op))));
    }

    [Fact]
    public async Task Applied_plan_leaves_nothing_to_plan()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());

        var again = await estate.PlanAsync();

        Assert.Equal([], again.Operations.Select(operation => operation.Op));
        Assert.Equal(ApplyOutcome.AlreadyComplete, (await estate.ApplyAsync(again)).Outcome);
        Assert.Equal([], estate.Watch.Writes);
    }

    [Fact]
    public async Task Role_is_given_to_the_principal_of_the_new_assignment()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());

        var live = await estate.ReadAsync();

        var role = Assert.Single(live.Of(ArmObjectKind.RoleAssignment));
        var principal = Assert.Single(live.Of(ArmObjectKind.PolicyAssignment)).PrincipalId;
        Assert.Equal(principal, ((Plumbline.Policy.Values.TextValue)role.Properties["principalId"]).Value);
    }

    [Fact]
    public async Task Second_apply_of_a_plan_is_stale_and_writes_nothing()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        await estate.AppliedAsync(plan);

        var result = await estate.ApplyAsync(plan);

        Assert.Equal(ApplyOutcome.Stale, result.Outcome);
        Assert.Equal([], estate.Watch.Writes);
        Assert.Equal(5, result.Stale.Length);
    }

    [Fact]
    public async Task Everything_can_be_destroyed()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var plan = await estate.PlanAsync(choices: new([], true));

        var journal = await estate.AppliedAsync(plan);

        Assert.Equal([], (await estate.ReadAsync()).Objects.Select(one => one.Id));
        Assert.Equal(
            [ArmObjectKind.PolicyExemption, ArmObjectKind.RoleAssignment, ArmObjectKind.PolicyAssignment, ArmObjectKind.PolicySetDefinition, ArmObjectKind.PolicyDefinition, ArmObjectKind.PolicyDefinition],
            journal.Events.Where(item => item.Kind == JournalEventKind.Done).Select(item => plan.Operations.Single(operation => operation.Op == item.Op).Kind));
    }

    [Fact]
    public async Task Requests_are_lists_and_two_reads_a_write()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();

        var result = await estate.ApplyAsync(plan);

        // One scope and five lists at the start and at the end, a look before and after each write, and the principal of the role.
        Assert.Equal((2 * 6) + (2 * plan.Operations.Length) + 1, result.Requests.Reads);
    }
}
