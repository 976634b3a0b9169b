using System.Text.Json.Nodes;
using Plumbline.Emulator;
using Plumbline.Emulator.Identity;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Diagnostics;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Store;

public sealed class StateFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plumbline-state-");

    private string File => Path.Combine(folder.FullName, "state.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        string? app, states;
        await using (var session = await (await StartAsync(File)).WithGroupAsync())
        {
            await session.PutOkAsync(Definition, DefinitionBody);
            await session.PutOkAsync(Assignment, AssignmentBody(Definition, """, "enforcementMode": "DoNotEnforce" """));
            await session.PutOkAsync(Apps + "/web", App(external: true), ResourceVersion);
            await session.PutOkAsync(Apps + "/gone", App(external: true), ResourceVersion);
            Assert.Equal(200, (await session.DeleteAsync(Apps + "/gone", ResourceVersion)).Status);
            await ScanAsync(session);
            app = (await session.GetAsync(Apps + "/web", ResourceVersion)).Json.ToJsonString();
            states = await StatesAsync(session);
        }

        await using var again = await StartAsync(File);

        Assert.Equal(app, (await again.GetAsync(Apps + "/web", ResourceVersion)).Json.ToJsonString());
        Assert.Equal(404, (await again.GetAsync(Apps + "/gone", ResourceVersion)).Status);
        Assert.Equal(states, await StatesAsync(again));
        Assert.Contains("NonCompliant", states, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_that_is_imported_exports_the_same()
    {
        string exported;
        await using (var session = await (await StartAsync()).WithGroupAsync())
        {
            await session.PutOkAsync(Definition, DefinitionBody);
            await session.PutOkAsync(Apps + "/web", App(external: true), ResourceVersion);
            exported = await session.Client.GetStringAsync("/emulator/state");
        }

        var options = Options() with { Import = new SourceText("state.json", exported) };
        await using var host = await EmulatorHost.StartAsync(options, CancellationToken.None);
        using var client = new HttpClient(Pinned(host)) { BaseAddress = host.Endpoint };
        client.DefaultRequestHeaders.Authorization = new("Bearer", host.Token);

        Assert.Equal(exported, await client.GetStringAsync("/emulator/state"));
        Assert.EndsWith("}\n", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_emulator_on_one_file_is_told_so()
    {
        await using var session = await StartAsync(File);

        var refused = await Assert.ThrowsAsync<EmulatorStartException>(() => StartAsync(File));

        Assert.Equal(
            $"The state file '{File}' cannot be used: SQLite Error 5: 'database is locked'. Stop the emulator that uses it, restore an older copy, or name another file.", refused.Message);
    }

    [Fact]
    public async Task File_of_another_kind_is_refused_and_left_as_it_is()
    {
        const string Text = "{ \"this is\": \"no database, and longer than the header of one would be, which has one hundred bytes, so that it is read\" }";
        await System.IO.File.WriteAllTextAsync(File, Text);

        var refused = await Assert.ThrowsAsync<EmulatorStartException>(() => StartAsync(File));

        Assert.StartsWith($"The state file '{File}' cannot be used: SQLite Error 26: 'file is not a database'.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Text, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task State_of_another_subscription_is_refused()
    {
        await using (await StartAsync(File))
        {
        }

        var refused = await Assert.ThrowsAsync<EmulatorStartException>(
            () => EmulatorHost.StartAsync(Options() with { StateFile = File, SubscriptionId = "22222222-2222-2222-2222-222222222222" }, CancellationToken.None));

        Assert.StartsWith($"The state file '{File}' is of subscription '11111111-2222-3333-4444-555555555555', not '22222222-", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_that_cannot_be_kept_changes_nothing_and_says_so()
    {
        await using var store = new ArmStore(Seeds.Empty(Tenant, "one"), new FullDisk());
        var id = ResourceId.TryParse("/subscriptions/one/resourceGroups/rg") ?? throw new InvalidOperationException();

        var failed = await Assert.ThrowsAsync<IOException>(() => store.ChangeAsync(state => (true, state.With(new StoredResource(id, Json.Freeze(new JsonObject()))))));
        var read = await store.ChangeAsync<bool>(state => (state.Find(id) is null, null));

        Assert.Equal("The disk is full.", failed.Message);
        Assert.True(read);
        Assert.Null(store.Current.Find(id));
    }

    [Fact]
    public async Task Change_that_throws_leaves_the_others_alone()
    {
        await using var store = new ArmStore(Seeds.Empty(Tenant, "one"));
        var id = ResourceId.TryParse("/subscriptions/one/resourceGroups/rg") ?? throw new InvalidOperationException();

        var broken = store.ChangeAsync<bool>(_ => throw new InvalidOperationException("a bug"));
        var sound = store.ChangeAsync(state => (true, state.With(new StoredResource(id, Json.Freeze(new JsonObject())))));

        Assert.Equal("a bug", (await Assert.ThrowsAsync<InvalidOperationException>(() => broken)).Message);
        Assert.True(await sound);
        Assert.NotNull(store.Current.Find(id));
    }

    private static EmulatorOptions Options() => new(0, Subscription["/subscriptions/".Length..], Tenant, null, [], [], new FixedTime()) { Principals = [EmulatorPrincipal.Owner] };

    private static async Task ScanAsync(EmulatorSession session)
    {
        var running = await session.PostAsync(Subscription + "/providers/Microsoft.PolicyInsights/policyStates/latest/triggerEvaluation", InsightsVersion);
        for (var answer = running; answer.Status == 202; answer = await session.SendAsync(HttpMethod.Get, running.Headers["Location"], version: null))
        {
            await Task.Delay(10);
        }
    }

    private static async Task<string> StatesAsync(EmulatorSession session) =>
        (await session.PostAsync(Subscription + "/providers/Microsoft.PolicyInsights/policyStates/latest/queryResults", InsightsVersion)).Json["value"]?.ToJsonString()
            .Replace(session.Host.Endpoint.Authority, "host", StringComparison.Ordinal) ?? "";

    private sealed class FullDisk : IStateJournal
    {
        public void Keep(ArmState before, ArmState after) => throw new IOException("The disk is full.");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
