using Plumbline.Planning.Journals;

namespace Plumbline.PlanningTests.Arm.Applying;

public sealed class FaultTests
{
    [Theory]
    [InlineData("""{"kind":"latency","milliseconds":1,"maximumMilliseconds":5}""")]
    [InlineData("""{"kind":"throttle","retryAfterSeconds":7,"match":{"nth":3,"count":9}}""")]
    [InlineData("""{"kind":"throttle","retryAfterSeconds":60,"match":{"methods":["PUT"],"count":12}}""")]
    [InlineData("""{"kind":"unavailable","retryAfterSeconds":20,"match":{"probability":0.3}}""")]
    [InlineData("""{"kind":"dropBeforeCommit","match":{"methods":["PUT"],"nth":2,"count":3}}""")]
    [InlineData("""{"kind":"dropBeforeCommit","match":{"methods":["GET"],"nth":4,"count":3}}""")]
    [InlineData("""{"kind":"dropAfterCommit","match":{"methods":["PUT"],"probability":0.5}}""")]
    [InlineData("""{"kind":"dropAfterCommit","match":{"methods":["PUT"]}}""")]
    [InlineData("""{"kind":"delayedVisibility","reads":3}""")]
    [InlineData("""{"kind":"delayedVisibility","seconds":45}""")]
    [InlineData("""{"kind":"principalNotFound"}""")]
    [InlineData("""{"kind":"pageSize","size":1}""")]
    public async Task Fault_does_not_keep_a_plan_from_being_done(string fault)
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        await estate.FaultsAsync($$$"""{"seed":5,"faults":[{{{fault}}}]}""");

        var journal = await estate.AppliedAsync(plan);

        await estate.NoFaultsAsync();
        Assert.Equal([], (await estate.PlanAsync()).Operations.Select(operation => operation.Op));
        Assert.Equal(plan.Operations.Length, journal.Events.Count(item => item.Kind == JournalEventKind.Done));
    }

    [Fact]
    public async Task Throttled_request_waits_as_told()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        await estate.FaultsAsync("""{"seed":5,"faults":[{"kind":"throttle","retryAfterSeconds":90,"match":{"methods":["PUT"],"count":4}}]}""");
        var before = estate.Time.GetUtcNow();

        var journal = await estate.AppliedAsync(plan);

        var retries = journal.Events.Where(item => item.Kind == JournalEventKind.Retried).ToList();
        Assert.Equal([(429, "TooManyRequests"), (429, "TooManyRequests"), (429, "TooManyRequests"), (429, "TooManyRequests")], retries.Select(item => (item.Status ?? 0, item.Code ?? "")));
        Assert.All(retries, item => Assert.NotNull(item.CorrelationId));
        Assert.True(estate.Time.GetUtcNow() - before >= TimeSpan.FromSeconds(4 * 90));
    }

    [Fact]
    public async Task Throttling_without_end_is_given_up_after_the_budget()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        await estate.FaultsAsync("""{"seed":5,"faults":[{"kind":"throttle","retryAfterSeconds":100,"match":{"methods":["PUT"]}}]}""");

        var result = await estate.ApplyAsync(plan);

        Assert.Equal(ApplyOutcome.Partial, result.Outcome);
        Assert.Equal([ApplyFailureKind.Throttled, ApplyFailureKind.Throttled], result.Failed.Select(one => one.Failure.Kind));
        Assert.Equal(["PLB4007", "PLB4007"], result.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(5, result.Blocked.Length);
    }

    [Fact]
    public async Task Lost_answer_is_not_sent_again_when_the_object_is_there()
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        await estate.FaultsAsync("""{"seed":5,"faults":[{"kind":"dropAfterCommit","match":{"methods":["PUT"]}}]}""");

        await estate.AppliedAsync(plan);

        Assert.Equal(plan.Operations.Length, estate.Watch.Writes.Length);
    }

    [Fact]
    public async Task Enforced_limits_are_kept()
    {
        await using var estate = await TestEstate.StartAsync(throttling: new(IsEnforced: true, Reads: 40, Writes: 3, WritesPerSecond: 1, Deletes: 2, DeletesPerSecond: 1));
        var plan = await estate.PlanAsync();

        await estate.AppliedAsync(plan);

        Assert.Equal([], (await estate.PlanAsync()).Operations.Select(operation => operation.Op));
    }
}
