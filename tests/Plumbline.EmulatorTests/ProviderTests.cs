using Plumbline.Emulator.Wire;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests;

public sealed class ProviderTests
{
    private const string Version = "2021-04-01";
    private const string Expand = "?$expand=resourceTypes/aliases";

    [Fact]
    public async Task Aliases_are_served_when_they_are_asked_for()
    {
        await using var session = await StartAsync();

        var plain = await session.GetAsync(Subscription + "/providers/microsoft.app", Version);
        var expanded = await session.GetAsync(Subscription + "/providers/microsoft.app" + Expand, Version);

        Assert.Equal((200, "Microsoft.App", "Registered", null), (plain.Status, plain.At("namespace"), plain.At("registrationState"), plain.At("resourceTypes/0/aliases")));
        Assert.Equal($"{Subscription}/providers/Microsoft.App", plain.At("id"));
        Assert.Contains("""{"name":"Microsoft.App/containerApps/configuration.ingress.external","paths":[],"type":"PlainText","defaultPath":"properties.configuration.ingress.external"}""", expanded.Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Providers_of_the_tenant_are_those_of_the_subscription()
    {
        await using var session = await StartAsync();

        var tenant = await session.GetAsync("/providers", Version);
        var subscription = await session.GetAsync(Subscription + "/providers", Version);

        Assert.Equal(ProviderCatalog.Namespaces, tenant.List("namespace"));
        Assert.Equal(tenant.List("namespace"), subscription.List("namespace"));
        Assert.Equal("/providers/Microsoft.App", (await session.GetAsync("/providers/Microsoft.App", Version)).At("id"));
    }

    [Theory]
    [InlineData(Subscription + "/providers/Contoso.Unknown", "InvalidResourceNamespace")]
    [InlineData("/subscriptions/00000000-0000-0000-0000-000000000000/providers", "SubscriptionNotFound")]
    public async Task What_is_not_there_is_refused(string path, string code)
    {
        await using var session = await StartAsync();

        var answer = await session.GetAsync(path, Version);

        Assert.Equal((404, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_list_with_aliases_has_several_pages()
    {
        await using var session = await StartAsync();

        var first = await session.GetAsync(Subscription + "/providers" + Expand, Version);
        var second = await session.SendAsync(HttpMethod.Get, first.At("nextLink") ?? "", version: null);

        Assert.Equal(ProviderCatalog.Namespaces.Take(20), first.List("namespace"));
        Assert.Equal(ProviderCatalog.Namespaces.Skip(20).Take(20), second.List("namespace"));
        Assert.Contains("defaultPath", second.Json.ToJsonString(), StringComparison.Ordinal);
    }
}
