using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Arm;
using Plumbline.Arm.Applying;
using Plumbline.Arm.Reading;
using Plumbline.Cli.Scanning.Bicep;
using Plumbline.Emulator;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Plans;
using Plumbline.PlanningTests.Arm;
using Plumbline.PlanningTests.Operations;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Deployment;

/// <summary>An emulator that begins with a given state, for one run that is killed and resumed.</summary>
internal sealed class CrashEstate : IAsyncDisposable
{
    private readonly EmulatorHost host;
    private readonly HttpClient client;

    private CrashEstate(EmulatorHost host)
    {
        this.host = host;
        client = new HttpClient(PinnedCertificateHandler.For(host.Certificate)) { BaseAddress = host.Endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
    }

    /// <param name="state">What <see cref="ExportAsync"/> gave, or null for an empty subscription with two resource groups.</param>
    public static async Task<CrashEstate> StartAsync(SourceText? state = null)
    {
        var builtIns = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "generator", "catalog", "builtins"), "*.json").Order(StringComparer.Ordinal).Select(file => new SourceText(file, File.ReadAllText(file)));
        var options = new EmulatorOptions(0, Estate.Subscription["/subscriptions/".Length..], "99999999-8888-7777-6666-555555555555", null, [.. builtIns], [], TimeProvider.System) { Import = state, Templates = DeploymentSnapshots.Find() };
        var estate = new CrashEstate(await EmulatorHost.StartAsync(options, CancellationToken.None));
        if (state is null)
        {
            foreach (var group in (string[])[CrashWorld.Group, Estate.Subscription + "/resourceGroups/legacy"])
                Assert.Equal(HttpStatusCode.Created, await estate.PutAsync($"{group}?api-version=2021-04-01", """{"location":"westeurope"}"""));
        }

        return estate;
    }

    public async Task<SourceText> ExportAsync() => new("state.json", await client.GetStringAsync(new Uri("/emulator/state", UriKind.Relative)));

    public async Task<LiveState> ReadAsync(DeploymentEnvironment environment, PolicyDocuments documents)
    {
        var reading = await new LiveStateReader(Connect(Transport())).ReadAsync(DeploymentPlanner.Query(environment, documents), CancellationToken.None);
        Assert.Equal([], reading.Failures);
        return Assert.IsType<LiveState>(reading.State);
    }

    public async Task<DeploymentPlan> PlanAsync(DeploymentEnvironment environment, PolicyDocuments documents) =>
        Estate.Planned(environment, documents, await ReadAsync(environment, documents));

    /// <summary>Applies, or goes on with a journal, to the end.</summary>
    public async Task<ApplyResult> ApplyAsync(DeploymentPlan plan, ImmutableArray<JournalEvent> earlier)
    {
        var journal = new MemoryJournal();
        foreach (var item in earlier) journal.Append(item);
        return await new PlanApplier(Connect(Transport())).ApplyAsync(plan, Options(earlier), journal, null, CancellationToken.None);
    }

    /// <summary>Applies until the kill; null when the run came to its end before.</summary>
    public async Task<ImmutableArray<JournalEvent>?> KillAsync(DeploymentPlan plan, int at, bool isSent)
    {
        var killer = new KillSwitch(Transport(), at, isSent);
        var run = new PlanApplier(Connect(killer)).ApplyAsync(plan, Options([]), killer, null, CancellationToken.None);
        await Task.WhenAny(run, killer.Killed);
        if (!killer.IsKilled) return null;

        // A run that ended by its journal has requests under way, which take effect all the same.
        await killer.Killed;
        return killer.Journal;
    }

    /// <summary>The extra policies that are wanted by both versions and do not deny now.</summary>
    public async Task<ImmutableArray<int>> UnprotectedAsync()
    {
        var found = ImmutableArray.CreateBuilder<int>();
        foreach (var i in CrashWorld.Protected)
        {
            var id = $"{CrashWorld.Group}/providers/Microsoft.Storage/storageAccounts/{CrashWorld.Violation(i)}";
            var status = await PutAsync($"{id}?api-version=2023-05-01", """{"location":"westeurope","kind":"StorageV2","sku":{"name":"Standard_LRS"},"properties":{} }""");
            if (status != HttpStatusCode.Forbidden) found.Add(i);
        }

        return found.ToImmutable();
    }

    /// <summary>Deploys a template at the subscription, and waits for its end.</summary>
    public async Task<string> DeployAsync(string template)
    {
        var path = new Uri($"{Estate.Subscription}/providers/Microsoft.Resources/deployments/export?api-version=2024-03-01", UriKind.Relative);
        var body = new JsonObject { ["location"] = "westeurope", ["properties"] = new JsonObject { ["mode"] = "Incremental", ["template"] = JsonNode.Parse(template) } };
        using var answer = await client.PutAsync(path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        var document = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, document);
        while (true)
        {
            document = await client.GetStringAsync(path);
            var properties = JsonNode.Parse(document)?["properties"];
            if (properties?["provisioningState"]?.GetValue<string>() is { } state and ("Succeeded" or "Failed" or "Canceled")) return state == "Succeeded" ? state : properties["error"]?.ToJsonString() ?? state;
            await Task.Delay(50);
        }
    }

    /// <summary>What is there, told so that two estates can be compared: identities have other principals in each.</summary>
    public async Task<string[]> DigestAsync()
    {
        var live = await ReadAsync(CrashWorld.SecondEnvironment, CrashWorld.Second);
        return [.. live.Objects.Select(Line).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    private static string Line(ArmObject one) => one.Kind == ArmObjectKind.RoleAssignment
        ? $"role {((TextValue)one.Properties["roleDefinitionId"]).Value} {one.Scope} {(one.Properties["description"] as TextValue)?.Value}"
        : $"{one.Id.ToLowerInvariant()} {ObjectComparison.ContentDigest(one.Kind, one.Document)} {OwnershipMark.NameOf(one)}";

    private static ApplyOptions Options(ImmutableArray<JournalEvent> earlier) => ApplyOptions.Default with { Earlier = earlier, Rules = TestEstate.Rules };

    private HttpMessageHandler Transport() => PinnedCertificateHandler.For(host.Certificate);

    private ArmConnection Connect(HttpMessageHandler handler) =>
        new(ArmCloud.Local(host.Endpoint), new StaticTokenCredential(host.Token), handler, ArmTiming.Cloud with { Time = new JumpingTime() });

    private async Task<HttpStatusCode> PutAsync(string path, string body)
    {
        using var answer = await client.PutAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }
}
