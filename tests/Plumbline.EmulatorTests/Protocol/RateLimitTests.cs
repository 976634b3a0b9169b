using Plumbline.Emulator;
using Plumbline.Emulator.Wire;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Protocol;

public sealed class RateLimitTests
{
    private const string Remaining = "x-ms-ratelimit-remaining-subscription-reads";

    [Fact]
    public async Task Headers_count_down_and_nothing_is_refused_by_default()
    {
        await using var session = await StartAsync(with: options => options with { Throttling = new ThrottlingOptions(Reads: 2) });

        var answers = new List<Answer>();
        for (var request = 0; request < 4; request++) answers.Add(await session.GetAsync(Subscription + "/resourceGroups", "2021-04-01"));

        Assert.Equal(["1", "0", "0", "0"], answers.Select(answer => answer.Headers[Remaining]));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    public async Task Enforced_limit_refuses_until_the_bucket_is_refilled()
    {
        await using var session = await StartAsync(with: options => options with { Throttling = new ThrottlingOptions(IsEnforced: true, Reads: 1, ReadsPerSecond: 1) });

        await session.GetAsync(Subscription + "/resourceGroups", "2021-04-01");
        var refused = await session.GetAsync(Subscription + "/resourceGroups", "2021-04-01");
        var tenant = await session.GetAsync("/subscriptions", "2022-12-01");

        Assert.Equal((429, "TooManyRequests", "1", "0"), (refused.Status, refused.Code, refused.Headers["Retry-After"], refused.Headers[Remaining]));
        Assert.Equal((200, "0"), (tenant.Status, tenant.Headers["x-ms-ratelimit-remaining-tenant-reads"]));
    }

    [Fact]
    public void Bucket_is_refilled_by_the_second_and_never_beyond_its_size()
    {
        var clock = new MovingTime();
        var limiter = new RateLimiter(new ThrottlingOptions(IsEnforced: true, Writes: 3, WritesPerSecond: 2), clock);
        string Left() => limiter.Take("p", "PUT", "/subscriptions/s/x").Header.Value;

        Assert.Equal(("2", "1", "0"), (Left(), Left(), Left()));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(("1", "0"), (Left(), Left()));
        clock.Now += TimeSpan.FromHours(1);
        Assert.Equal("2", Left());
    }

    private sealed class MovingTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
