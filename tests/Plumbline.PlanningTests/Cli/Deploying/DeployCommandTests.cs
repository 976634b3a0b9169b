using Plumbline.PlanningTests.Operations;

namespace Plumbline.PlanningTests.Cli.Deploying;

/// <summary>What somebody sees who deploys from a checkout.</summary>
public sealed class DeployCommandTests
{
    private const string Lock = Estate.Subscription + "/providers/Microsoft.Authorization/locks/frozen?api-version=2020-05-01";

    [Fact]
    public async Task Plan_is_saved_applied_and_empty_afterwards()
    {
        await using var workspace = await DeployWorkspace.StartAsync();

        Assert.Equal(5, (await workspace.RunAsync("plan", "test", "--out", "plan.json", "-o", "markdown=plan.md", "--detailed-exitcode")).Code);
        var applied = await workspace.RunAsync("apply", "plan.json", "--yes", "-o", "markdown=apply.md", "-o", "junit=apply.xml");
        var again = await workspace.RunAsync("plan", "test", "--detailed-exitcode");

        Assert.Equal((0, "4 done, 0 failed, 0 blocked, 0 not started.\n", ""), applied);
        Assert.Equal((0, "No changes. 4 objects are as declared.\n", ""), again);
        Assert.StartsWith("<!-- plumbline:plan -->", workspace.Read("plan.md"), StringComparison.Ordinal);
        Assert.Contains("everything is done", workspace.Read("apply.md"), StringComparison.Ordinal);
        Assert.Equal(0, (await workspace.RunAsync("drift", "test")).Code);
        Assert.Equal(4, (await workspace.RunAsync("apply", "plan.json", "--yes")).Code);
        Assert.Equal(0, (await workspace.RunAsync("apply", "plan.json", "--resume")).Code);
    }

    [Fact]
    public async Task Edited_plan_is_refused()
    {
        await using var workspace = await DeployWorkspace.StartAsync();
        await workspace.RunAsync("plan", "test", "--out", "plan.json");
        workspace.Write("plan.json", workspace.Read("plan.json").Replace("\"Audit\"", "\"Deny\"", StringComparison.Ordinal));

        var (code, _, error) = await workspace.RunAsync("apply", "plan.json", "--yes");

        Assert.Equal(3, code);
        Assert.Contains("PLB4054", error, StringComparison.Ordinal);
        Assert.Equal(0, await workspace.WritesAsync());
    }

    [Fact]
    public async Task What_takes_away_needs_the_id_of_the_plan()
    {
        await using var workspace = await DeployWorkspace.StartAsync();
        await workspace.RunAsync("apply", "test", "--yes");
        var before = await workspace.WritesAsync();
        workspace.Declare("first");
        await workspace.RunAsync("plan", "test", "--out", "plan.json");

        Assert.Equal(2, (await workspace.RunAsync("apply", "plan.json", "--yes")).Code);
        Assert.Equal(4, (await workspace.RunAsync("apply", "plan.json", "--confirm", "sha256:0123456789")).Code);
        Assert.Equal(before, await workspace.WritesAsync());
        Assert.Equal(0, (await workspace.RunAsync("apply", "plan.json", "--confirm", workspace.PlanId())).Code);
        Assert.Equal(0, (await workspace.RunAsync("plan", "test", "--detailed-exitcode")).Code);
    }

    [Theory]
    [InlineData("guards: { maxDeletes: 0 }", "PLB4047")]
    [InlineData("guards: { protect: [\"sec*\"] }", "PLB4048")]
    public async Task Guard_refuses_and_nothing_is_written(string guards, string code)
    {
        await using var workspace = await DeployWorkspace.StartAsync();
        await workspace.RunAsync("apply", "test", "--yes");
        var before = await workspace.WritesAsync();

        // The definition goes without a successor: the initiative keeps its parameters.
        workspace.Write("initiative/baseline.json", workspace.Read("initiative/baseline.json").Replace("policyDefinitions/second\"", "policyDefinitions/first\"", StringComparison.Ordinal));
        workspace.Configure(guards);

        var plan = await workspace.RunAsync("plan", "test", "--out", "plan.json");
        var apply = await workspace.RunAsync("apply", "plan.json", "--confirm", workspace.PlanId());

        Assert.Equal((1, 1), (plan.Code, apply.Code));
        Assert.Contains(code, plan.Error, StringComparison.Ordinal);
        Assert.Contains(code, apply.Error, StringComparison.Ordinal);
        Assert.Equal(before, await workspace.WritesAsync());
    }

    [Fact]
    public async Task Locked_scope_is_told_and_resumed_when_the_lock_is_gone()
    {
        await using var workspace = await DeployWorkspace.StartAsync();
        await workspace.PutAsync(Lock, """{"properties":{"level":"ReadOnly"}}""");

        var locked = await workspace.RunAsync("apply", "test", "--yes");
        await workspace.DeleteAsync(Lock);
        var resumed = await workspace.RunAsync("apply", "test", "--resume");

        Assert.Equal(7, locked.Code);
        Assert.Contains("frozen", locked.Error, StringComparison.Ordinal);
        Assert.Contains("failed", locked.Output, StringComparison.Ordinal);
        Assert.Contains("blocked", locked.Output, StringComparison.Ordinal);
        Assert.Equal((0, "4 done, 0 failed, 0 blocked, 0 not started.\n"), (resumed.Code, resumed.Output));
    }

    [Fact]
    public async Task Rollback_and_destroy_leave_nothing()
    {
        await using var workspace = await DeployWorkspace.StartAsync();
        await workspace.RunAsync("plan", "test", "--out", "plan.json");
        await workspace.RunAsync("apply", "plan.json", "--yes");

        Assert.Equal(0, (await workspace.RunAsync("rollback", "test", "--yes")).Code);
        Assert.Equal(5, (await workspace.RunAsync("plan", "test", "--detailed-exitcode")).Code);
        Assert.Equal(0, (await workspace.RunAsync("apply", "test", "--yes")).Code);
        Assert.Equal(2, (await workspace.RunAsync("destroy", "test", "--yes")).Code);
        var shown = (await workspace.RunAsync("destroy", "test")).Output;
        var id = shown[shown.LastIndexOf("sha256:", StringComparison.Ordinal)..].Trim();
        Assert.Equal(0, (await workspace.RunAsync("destroy", "test", "--confirm", id)).Code);
        Assert.Equal("0 to delete", (await workspace.RunAsync("destroy", "test")).Output.Contains("No changes", StringComparison.Ordinal) ? "0 to delete" : "something is left");
    }

    [Fact]
    public async Task Object_without_a_mark_is_adopted_by_name()
    {
        await using var workspace = await DeployWorkspace.StartAsync();
        await workspace.PutAsync(
            $"{Estate.Subscription}/providers/Microsoft.Authorization/policyDefinitions/first?api-version=2025-03-01",
            """{"properties":{"displayName":"By hand","mode":"All","policyRule":{"if":{"field":"type","equals":"x"},"then":{"effect":"audit"}}}}""");

        Assert.Equal(3, (await workspace.RunAsync("apply", "test", "--yes")).Code);
        Assert.Equal(0, (await workspace.RunAsync("adopt", "test", "first", "--yes")).Code);
        Assert.Equal(0, (await workspace.RunAsync("plan", "test", "--detailed-exitcode")).Code);
    }
}
