using System.Collections.Immutable;
using Plumbline.Arm.Operations;
using Plumbline.Planning.Operate;
using static Plumbline.PlanningTests.Operate.OperateWorld;

namespace Plumbline.PlanningTests.Operate;

public sealed class RemediatorTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Resources_that_do_not_comply_are_changed()
    {
        await using var world = await WithAccountsAsync("a", "b");
        await world.AddAccountAsync("c", more: ""","tags":{"owner":"me"}""");
        await world.AssignModifyAsync("tag");

        var (deployed, tasks) = await PlanAsync(world, RemediationChoicesOf());
        var roles = await new Remediator(world.Connection).CheckRolesAsync(deployed, tasks, At, CancellationToken.None);
        var result = Assert.Single(await RunAsync(world, tasks));

        Assert.Empty(roles);
        Assert.Equal(("Succeeded", 2, 2, 0, false), (result.State, result.Total, result.Successful, result.Failed, result.HasFailed));
        Assert.Equal("me", (await world.GetAsync(Accounts + "/a", "2023-01-01"))["tags"]?["owner"]?.ToString());
        Assert.StartsWith("plumbline-tag-tag-", result.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denied_change_tells_resource_error_and_assignment()
    {
        await using var world = await WithAccountsAsync("a", "b");
        await world.AssignModifyAsync("tag");
        await world.DefineAsync("frozen", """{"effect":"deny"}""", """{"field":"name","equals":"b"}""");
        await world.AssignAsync("frozen", Policies + "/policyDefinitions/frozen");

        var (_, tasks) = await PlanAsync(world, RemediationChoicesOf());
        var result = Assert.Single(await RunAsync(world, tasks));
        var failure = Assert.Single(result.Failures);

        Assert.True(result.HasFailed);
        Assert.Equal((1, 1), (result.Successful, result.Failed));
        Assert.Equal((Accounts + "/b", "RequestDisallowedByPolicy", "Assignment frozen"), (failure.ResourceId, failure.Code, string.Join(',', failure.DeniedBy)));
        Assert.Contains("denied by 'Assignment frozen'", string.Join('\n', RemediationText.Of([result])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_remediation_of_the_same_wish_gets_a_successor()
    {
        await using var world = await WithAccountsAsync("a");
        await world.AssignModifyAsync("tag");
        var (_, tasks) = await PlanAsync(world, RemediationChoicesOf());

        var first = Assert.Single(await RunAsync(world, tasks));
        var second = Assert.Single(await RunAsync(world, tasks));

        Assert.Equal((tasks[0].Name, tasks[0].Name + "-2"), (first.Name, second.Name));
        Assert.Equal((1, 0), (first.Total, second.Total));
    }

    [Fact]
    public async Task Missing_role_is_said_before_anything_starts()
    {
        await using var world = await WithAccountsAsync("a");
        await world.AssignModifyAsync("tag", withRole: false);

        var (deployed, tasks) = await PlanAsync(world, RemediationChoicesOf());
        var problem = Assert.Single(await new Remediator(world.Connection).CheckRolesAsync(deployed, tasks, At, CancellationToken.None));

        Assert.Equal("PLB4095", problem.Code);
        Assert.Equal($"the identity of 'tag' does not have the role 'Storage Account Contributor' at '{Subscription}', needed by {Policies}/policyDefinitions/tag; deployments of the remediation would be refused", problem.Message);
    }

    [Fact]
    public async Task Role_that_holds_the_needed_one_is_enough()
    {
        await using var world = await WithAccountsAsync("a");
        await world.AssignModifyAsync("tag", withRole: false);
        var (deployed, tasks) = await PlanAsync(world, RemediationChoicesOf());
        await world.GrantAsync(deployed.Assignments[0].Principals[0], "b24988ac-6180-42a0-ab88-20f7382dd24c");

        Assert.Empty(await new Remediator(world.Connection).CheckRolesAsync(deployed, tasks, At, CancellationToken.None));
    }

    [Fact]
    public async Task Filters_limit_the_resources()
    {
        await using var world = await WithAccountsAsync("a", "b");
        await world.AddAccountAsync("n", "northeurope");
        await world.AssignModifyAsync("tag");

        var (_, north) = await PlanAsync(world, RemediationChoicesOf() with { Locations = ["northeurope"] });
        var (_, named) = await PlanAsync(world, RemediationChoicesOf() with { ResourceIds = [Accounts + "/a"] });

        Assert.Equal(1, Assert.Single(await RunAsync(world, north)).Total);
        Assert.Equal(1, Assert.Single(await RunAsync(world, named)).Total);
        Assert.NotEqual(north[0].Name, named[0].Name);
        Assert.Null((await world.GetAsync(Accounts + "/b", "2023-01-01"))["tags"]?["owner"]);
    }

    [Fact]
    public async Task Running_remediation_is_joined_and_can_be_cancelled()
    {
        await using var world = await WithAccountsAsync([.. Enumerable.Range(0, 40).Select(number => $"a{number}")]);
        await world.AssignModifyAsync("tag");
        var (_, tasks) = await PlanAsync(world, RemediationChoicesOf() with { Parallel = 1 });
        var remediator = new Remediator(world.Connection);

        var started = await remediator.StartAsync(tasks, At, CancellationToken.None);
        var cancelled = await remediator.CancelAsync(tasks, At, CancellationToken.None);
        var ended = await remediator.WaitAsync(Assert.IsType<RemediationOutcome>(started.Value), Limit, null, At, CancellationToken.None);

        Assert.Empty(started.Diagnostics);
        var result = Assert.Single(Assert.IsType<RemediationOutcome>(ended.Value).Results);
        Assert.Equal(Assert.IsType<RemediationOutcome>(cancelled.Value).Results.Length == 1 ? "Canceled" : "Succeeded", result.State);
        Assert.False(result.HasFailed);
    }

    [Fact]
    public async Task Refused_remediation_does_not_stop_the_others()
    {
        await using var world = await WithAccountsAsync("a");
        await world.AssignModifyAsync("tag");
        await world.AssignModifyAsync("other", "team");
        var (_, tasks) = await PlanAsync(world, RemediationChoicesOf(), "tag", "other");
        await world.SendAsync(HttpMethod.Delete, Policies + "/policyAssignments/other", "2025-03-01", null);

        var started = await new Remediator(world.Connection).StartAsync(tasks, At, CancellationToken.None);

        Assert.Equal(["", "Accepted"], Assert.IsType<RemediationOutcome>(started.Value).Results.Select(result => result.State).Order(StringComparer.Ordinal));
        Assert.Equal(["PLB4005"], started.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public async Task Waiting_ends_with_the_time_and_says_so()
    {
        await using var world = await WithAccountsAsync("a");
        await world.AssignModifyAsync("tag");
        var (_, tasks) = await PlanAsync(world, RemediationChoicesOf());
        var running = new RemediationOutcome([new RemediationResult(tasks[0], tasks[0].Name, "Evaluating")]);

        var ended = await new Remediator(world.Connection).WaitAsync(running, TimeSpan.Zero, null, At, CancellationToken.None);

        Assert.Equal(["PLB4098"], ended.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.False(Assert.IsType<RemediationOutcome>(ended.Value).HasEnded);
    }

    private static RemediationChoices RemediationChoicesOf() => new(PolicyChoice.All);

    private static async Task<(DeployedPolicies Deployed, ImmutableArray<RemediationTask> Tasks)> PlanAsync(OperateWorld world, RemediationChoices choices, params string[] assignments)
    {
        var deployed = await world.DeployedAsync(assignments.Length == 0 ? ["tag"] : assignments);
        var plan = RemediationPlanner.Plan(deployed, choices, At);
        Assert.Empty(plan.Diagnostics);
        return (deployed, plan.Tasks);
    }

    private static async Task<ImmutableArray<RemediationResult>> RunAsync(OperateWorld world, ImmutableArray<RemediationTask> tasks)
    {
        var remediator = new Remediator(world.Connection);
        var started = await remediator.StartAsync(tasks, At, CancellationToken.None);
        Assert.Empty(started.Diagnostics);
        var ended = await remediator.WaitAsync(Assert.IsType<RemediationOutcome>(started.Value), Limit, null, At, CancellationToken.None);
        Assert.Empty(ended.Diagnostics);
        return Assert.IsType<RemediationOutcome>(ended.Value).Results;
    }
}
