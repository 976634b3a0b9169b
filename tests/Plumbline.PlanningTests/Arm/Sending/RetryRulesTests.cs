using CsCheck;
using Plumbline.Arm.Sending;

namespace Plumbline.PlanningTests.Arm.Sending;

public sealed class RetryRulesTests
{
    [Fact]
    public void Waits_grow_to_their_maximum_and_spread_over_their_upper_half() => Gen.Select(Gen.Int[1, 60], Gen.Double[0, 1]).Sample((tries, jitter) =>
    {
        var full = Math.Min(30, Math.Pow(2, tries - 1));

        var wait = (RetryRules.Cloud with { Jitter = () => jitter }).TransientWait(tries).TotalSeconds;

        Assert.Equal(full * (0.5 + (jitter / 2)), wait, 0.0001);
    });

    [Fact]
    public void Looks_come_after_2_4_8_16_and_then_30_seconds() =>
        Assert.Equal([2, 4, 8, 16, 30, 30], Enumerable.Range(1, 6).Select(tries => RetryRules.Cloud.ConsistencyWait(tries).TotalSeconds));
}
