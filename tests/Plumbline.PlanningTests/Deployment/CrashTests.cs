using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;
using Xunit.Abstractions;

namespace Plumbline.PlanningTests.Deployment;

/// <summary>
/// An apply that is killed at its k-th request and resumed, for every k: it comes to the same state, and at the moment of the kill, whenever that is, every resource is denied that was denied before.
/// <c>scripts/crash-test</c> runs every k, by the environment variable <c>PLUMBLINE_CRASHES=all</c>; else some of them.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true, 9)]
    [InlineData(false, 31)]
    public async Task Killed_run_is_resumed_to_the_same_state_and_leaves_nothing_unprotected(bool isSecondVersion, int every)
    {
        var step = Environment.GetEnvironmentVariable("PLUMBLINE_CRASHES") == "all" ? 1 : every;
        var state = await StateAsync(isSecondVersion);
        var (plan, expected) = await UninterruptedAsync(state);
        var (tried, converged, probes, isOver) = (0, 0, 0, false);
        for (var k = 1; !isOver; k += step)
        {
            foreach (var isSent in (bool[])[false, true])
            {
                await using var estate = await CrashEstate.StartAsync(state);
                var fresh = await estate.PlanAsync(CrashWorld.SecondEnvironment, CrashWorld.Second);
                Assert.Equal(plan.Operations.Length, fresh.Operations.Length);
                if (await estate.KillAsync(fresh, k, isSent) is not { } journal)
                {
                    isOver = true;
                    continue;
                }

                tried++;
                probes += (isSecondVersion ? 2 : 1) * CrashWorld.Protected.Length;
                if (isSecondVersion) Assert.Equal([], (await estate.UnprotectedAsync()).Select(i => $"killed at {k}: {CrashWorld.Violation(i)}"));
                await ResumeAsync(estate, fresh, journal, k);
                Assert.Equal(expected, await estate.DigestAsync());
                Assert.Equal([], (await estate.UnprotectedAsync()).Select(i => $"resumed from {k}: {CrashWorld.Violation(i)}"));
                converged++;
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isSecondVersion ? "second version" : "first deployment")}: k tried: {tried}, converged: {converged}, operations: {plan.Operations.Length}, probes: {probes}, unprotected: 0"));
        Assert.True(tried > 10, $"{tried} tried");
    }

    private static async Task ResumeAsync(CrashEstate estate, DeploymentPlan plan, ImmutableArray<JournalEvent> journal, int k)
    {
        var result = await estate.ApplyAsync(plan, journal);

        Assert.Equal([], result.Diagnostics.Select(diagnostic => $"killed at {k}: {diagnostic.Code} {diagnostic.Message}"));
        Assert.True(result.IsComplete, $"killed at {k}: {result.Outcome}");
        Assert.Empty((await estate.PlanAsync(CrashWorld.SecondEnvironment, CrashWorld.Second)).Operations);
    }

    // An empty subscription, or one with the first version.
    private static async Task<SourceText> StateAsync(bool isSecondVersion)
    {
        await using var estate = await CrashEstate.StartAsync();
        if (!isSecondVersion) return await estate.ExportAsync();
        var plan = await estate.PlanAsync(CrashWorld.FirstEnvironment, CrashWorld.First);
        var result = await estate.ApplyAsync(plan, []);
        Assert.True(result.IsComplete, string.Join('\n', result.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}")));
        Assert.Empty(await estate.UnprotectedAsync());
        return await estate.ExportAsync();
    }

    private static async Task<(DeploymentPlan Plan, string[] Expected)> UninterruptedAsync(SourceText state)
    {
        await using var estate = await CrashEstate.StartAsync(state);
        var plan = await estate.PlanAsync(CrashWorld.SecondEnvironment, CrashWorld.Second);
        PlanAction[] expected = plan.Baseline.Counts.IsEmpty ? [PlanAction.Create, PlanAction.Update] : [PlanAction.Create, PlanAction.Update, PlanAction.Successor, PlanAction.Delete];
        Assert.Equal(expected, plan.Operations.Select(operation => operation.Action).Distinct().Order());
        Assert.Contains(plan.Operations, operation => operation.Kind == Planning.Objects.ArmObjectKind.RoleAssignment);
        var result = await estate.ApplyAsync(plan, []);
        Assert.True(result.IsComplete, string.Join('\n', result.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}")));
        return (plan, await estate.DigestAsync());
    }
}
