using Plumbline.PlanningTests.Arm;

namespace Plumbline.PlanningTests.Deployment;

/// <summary>Several things that go wrong at once, in the same way every time.</summary>
public sealed class FaultMixTests
{
    private const string Mix = """
        {"kind":"throttle","retryAfterSeconds":3,"match":{"probability":0.1}},
        {"kind":"unavailable","retryAfterSeconds":2,"match":{"probability":0.1}},
        {"kind":"dropBeforeCommit","match":{"probability":0.05}},
        {"kind":"dropAfterCommit","match":{"methods":["PUT","DELETE"],"probability":0.1}},
        {"kind":"delayedVisibility","reads":2,"match":{"probability":0.3}},
        {"kind":"principalNotFound","match":{"count":2}},
        {"kind":"pageSize","size":2}
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(42)]
    [InlineData(4711)]
    public async Task Mixed_faults_do_not_keep_a_plan_from_being_done(int seed)
    {
        await using var estate = await TestEstate.StartAsync();
        var plan = await estate.PlanAsync();
        await estate.FaultsAsync($$"""{"seed":{{seed}},"faults":[{{Mix}}]}""");

        await estate.AppliedAsync(plan);

        await estate.NoFaultsAsync();
        Assert.Empty((await estate.PlanAsync()).Operations);
    }
}
