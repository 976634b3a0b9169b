using Plumbline.Arm.Compliance;
using Plumbline.Arm.Operations;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using static Plumbline.PlanningTests.Operate.OperateWorld;

namespace Plumbline.PlanningTests.Operate;

public sealed class ScopeScansTests
{
    [Fact]
    public async Task Subscription_is_evaluated_and_waited_for()
    {
        await using var world = await WithAccountsAsync("a");
        var told = new List<int>();

        var run = await new ScopeScans(world.Connection).RunAsync([Subscription, Group], TimeSpan.FromMinutes(1), outcome => told.Add(outcome.Ended), At, CancellationToken.None);

        Assert.Empty(run.Diagnostics);
        Assert.Equal([new ScopeScan(Subscription, EvaluationRunState.Completed), new ScopeScan(Group, EvaluationRunState.Completed)], Assert.IsType<ScanOutcome>(run.Value).Scans.AsEnumerable());
        Assert.Equal(2, told[^1]);
    }

    [Fact]
    public async Task Without_waiting_it_is_only_started()
    {
        await using var world = await WithAccountsAsync("a");

        var run = await new ScopeScans(world.Connection).RunAsync([Subscription], null, null, At, CancellationToken.None);

        Assert.Empty(run.Diagnostics);
        Assert.Equal([new ScopeScan(Subscription, EvaluationRunState.StillRunning)], Assert.IsType<ScanOutcome>(run.Value).Scans.AsEnumerable());
    }

    [Fact]
    public async Task Scope_that_is_not_there_fails_and_the_others_go_on()
    {
        await using var world = await WithAccountsAsync("a");

        var run = await new ScopeScans(world.Connection).RunAsync([Subscription + "/resourceGroups/none", Group], TimeSpan.FromMinutes(1), null, At, CancellationToken.None);

        Assert.Equal(["PLB4005"], run.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal([EvaluationRunState.Failed, EvaluationRunState.Completed], Assert.IsType<ScanOutcome>(run.Value).Scans.Select(scan => scan.State));
    }

    [Fact]
    public async Task Subscriptions_below_a_management_group_are_its_descendants()
    {
        await using var world = await StartAsync();
        await world.PutAsync("/providers/Microsoft.Management/managementGroups/platform", "2020-05-01", """{"properties":{"displayName":"Platform"}}""");
        await world.SendAsync(HttpMethod.Put, $"/providers/Microsoft.Management/managementGroups/platform{Subscription}", "2020-05-01", null);

        var below = await new ScopeScans(world.Connection).SubscriptionsAsync(Declared("/providers/Microsoft.Management/managementGroups/platform"), CancellationToken.None);

        var found = Assert.IsType<SubscriptionsBelow>(below.Value);
        Assert.Equal([Subscription], found.Subscriptions.AsEnumerable());
        Assert.Equal([KeyValuePair.Create(Subscription["/subscriptions/".Length..], "platform")], found.Parents.AsEnumerable());
    }

    [Fact]
    public async Task Management_group_that_cannot_be_read_is_an_error()
    {
        await using var world = await StartAsync();

        var below = await new ScopeScans(world.Connection).SubscriptionsAsync(Declared("/providers/Microsoft.Management/managementGroups/none"), CancellationToken.None);

        Assert.Null(below.Value);
        Assert.Equal(["PLB4113"], below.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private static DeploymentEnvironment Declared(string scope) => OperateWorld.Environment() with
    {
        Assignments = [new AssignmentDeclaration("baseline", ArmObjectKind.PolicySetDefinition, "baseline", [scope], OperateWorld.At)],
    };
}
