using Plumbline.Emulator.Wire;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Protocol;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("*", "\"a\"", true)]
    [InlineData("*", null, false)]
    [InlineData("\"a\"", "\"a\"", true)]
    [InlineData("a", "\"a\"", true)]
    [InlineData("W/\"a\"", "\"a\"", true)]
    [InlineData("\"b\", \"a\"", "\"a\"", true)]
    [InlineData("\"b\"", "\"a\"", false)]
    [InlineData("\"a\"", null, false)]
    public void Header_names_the_tag(string header, string? tag, bool expected) => Assert.Equal(expected, EntityTag.IsNamedBy(header, tag));

    [Fact]
    public async Task Tag_stays_while_the_document_does_and_is_the_condition_of_writes()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        var created = await session.PutAsync(Apps + "/a", ResourceVersion, App(external: false));
        var read = await session.GetAsync(Apps + "/a", ResourceVersion);
        var tag = created.Headers["ETag"];

        var unchanged = await SendAsync(session, HttpMethod.Get, "If-None-Match", tag);
        var updated = await SendAsync(session, HttpMethod.Put, "If-Match", tag, App(external: true));
        var stale = await SendAsync(session, HttpMethod.Put, "If-Match", tag, App(external: false));
        var present = await SendAsync(session, HttpMethod.Put, "If-None-Match", "*", App(external: false));
        var deleted = await SendAsync(session, HttpMethod.Delete, "If-Match", "*");
        var missing = await SendAsync(session, HttpMethod.Put, "If-Match", "*", App(external: false));
        var absent = await SendAsync(session, HttpMethod.Put, "If-None-Match", "*", App(external: false));

        Assert.Equal(tag, read.Headers["ETag"]);
        Assert.Equal((304, null), (unchanged.Status, unchanged.Body));
        Assert.NotEqual(tag, updated.Headers["ETag"]);
        Assert.Equal((200, 412, 412, 200, 412, 201), (updated.Status, stale.Status, present.Status, deleted.Status, missing.Status, absent.Status));
        Assert.Equal("PreconditionFailed", stale.Code);
    }

    [Fact]
    public async Task Tag_stands_in_the_documents_of_types_whose_schema_has_it()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        var network = Subscription + "/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v";

        var created = await session.PutAsync(network, "2024-05-01", """{"location":"westeurope","properties":{}}""");
        var app = await session.PutAsync(Apps + "/a", ResourceVersion, App(external: false));

        Assert.Equal(created.Headers["ETag"], created.At("etag"));
        Assert.Null(app.At("etag"));
    }

    private static async Task<Answer> SendAsync(EmulatorSession session, HttpMethod method, string header, string value, string? body = null)
    {
        using var request = new HttpRequestMessage(method, $"{Apps}/a?api-version={ResourceVersion}");
        request.Headers.TryAddWithoutValidation(header, value);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await session.SendAsync(request);
    }
}
