using CsCheck;
using Plumbline.Arm.Sending;

namespace Plumbline.PlanningTests.Arm.Sending;

public sealed class TokenBucketTests
{
    private static readonly Gen<(int Burst, double Rate, double[] Gaps)> Samples = Gen.Select(Gen.Int[1, 30], Gen.Double[0.5, 50], Gen.Double[0, 3].Array[1, 200]);

    private static double[] Sent(int burst, double rate, double[] gaps)
    {
        var bucket = new TokenBucket(new(burst, rate), 20);
        var now = 0.0;
        return [.. gaps.Select(gap => (now += gap) + bucket.Take(TimeSpan.FromSeconds(now)).TotalSeconds)];
    }

    [Fact]
    public void No_window_has_more_requests_than_burst_and_refill() => Samples.Sample(sample =>
    {
        var sent = Sent(sample.Burst, sample.Rate, sample.Gaps);
        for (var first = 0; first < sent.Length; first++)
        {
            for (var last = first; last < sent.Length; last++)
                Assert.True(last - first + 1 <= sample.Burst + ((sent[last] - sent[first]) * sample.Rate) + 1.001);
        }
    });

    [Fact]
    public void Requests_are_sent_in_the_order_in_which_they_came() => Samples.Sample(sample =>
    {
        var sent = Sent(sample.Burst, sample.Rate, sample.Gaps);
        for (var i = 1; i < sent.Length; i++) Assert.True(sent[i] >= sent[i - 1] - 1e-6);
    });

    [Fact]
    public void Nobody_waits_while_there_are_tokens() => Samples.Sample(sample =>
    {
        var bucket = new TokenBucket(new(sample.Burst, sample.Rate), 20);
        for (var i = 0; i < sample.Burst; i++) Assert.Equal(TimeSpan.Zero, bucket.Take(TimeSpan.Zero));
        Assert.True(bucket.Take(TimeSpan.Zero) > TimeSpan.Zero);
    });

    [Fact]
    public void Bucket_is_full_again_after_its_size_by_its_rate() => Samples.Sample(sample =>
    {
        var bucket = new TokenBucket(new(sample.Burst, sample.Rate), 20);
        for (var i = 0; i < sample.Burst; i++) bucket.Take(TimeSpan.Zero);
        var later = TimeSpan.FromSeconds((sample.Burst / sample.Rate) + 0.001);
        for (var i = 0; i < sample.Burst; i++) Assert.Equal(TimeSpan.Zero, bucket.Take(later));
    });

    [Theory]
    [InlineData(20, 0)]
    [InlineData(19, 1 / (10 * 0.95))]
    [InlineData(10, 1 / (10 * 0.5))]
    [InlineData(0, 1 / (10 * 0.1))]
    public void Pace_drops_with_what_the_service_says_remains(int remaining, double wait)
    {
        var bucket = new TokenBucket(new(100, 10), 20);

        bucket.Observe(TimeSpan.Zero, remaining);

        Assert.Equal(wait, bucket.Take(TimeSpan.Zero).TotalSeconds, 0.0001);
    }

    [Fact]
    public void Pause_holds_for_all_until_it_is_over()
    {
        var bucket = new TokenBucket(new(100, 10), 20);

        bucket.Pause(TimeSpan.Zero, TimeSpan.FromSeconds(30));

        Assert.Equal(30, bucket.Take(TimeSpan.Zero).TotalSeconds);
        Assert.Equal(10, bucket.PauseLeft(TimeSpan.FromSeconds(20)).TotalSeconds);
        Assert.Equal(TimeSpan.Zero, bucket.Take(TimeSpan.FromSeconds(30)));
    }
}
