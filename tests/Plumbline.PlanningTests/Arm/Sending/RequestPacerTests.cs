using Plumbline.Arm.Sending;

namespace Plumbline.PlanningTests.Arm.Sending;

public sealed class RequestPacerTests
{
    private const string Subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData(Subscription, "11111111-2222-3333-4444-555555555555")]
    [InlineData("/SUBSCRIPTIONS/AAAAAAAA-2222-3333-4444-555555555555/resourceGroups/rg", "aaaaaaaa-2222-3333-4444-555555555555")]
    [InlineData("/providers/Microsoft.Management/managementGroups/corp/providers/Microsoft.Authorization/policyDefinitions/a", "")]
    [InlineData("/providers/Microsoft.Authorization/policyDefinitions/a", "")]
    public void Bucket_is_the_subscription_or_the_tenant(string path, string root) => Assert.Equal(root, RequestPacer.RootOf(path));

    [Fact]
    public async Task Classes_and_subscriptions_have_buckets_of_their_own()
    {
        var pacer = new RequestPacer(new RequestLimits { Reads = new(1, 1), Writes = new(1, 1), Deletes = new(1, 1) }, new JumpingTime());

        Assert.Equal(TimeSpan.Zero, await pacer.WaitAsync("a", RequestClass.Read, CancellationToken.None));
        Assert.Equal(TimeSpan.Zero, await pacer.WaitAsync("a", RequestClass.Write, CancellationToken.None));
        Assert.Equal(TimeSpan.Zero, await pacer.WaitAsync("a", RequestClass.Delete, CancellationToken.None));
        Assert.Equal(TimeSpan.Zero, await pacer.WaitAsync("b", RequestClass.Write, CancellationToken.None));
        Assert.Equal(TimeSpan.FromSeconds(1), await pacer.WaitAsync("a", RequestClass.Write, CancellationToken.None));
    }
}
