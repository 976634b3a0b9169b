using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Arm;
using Plumbline.Arm.Applying;
using Plumbline.Arm.Reading;
using Plumbline.Arm.Sending;
using Plumbline.Emulator;
using Plumbline.Emulator.Identity;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Plans;
using Plumbline.PlanningTests.Operations;

namespace Plumbline.PlanningTests.Arm;

/// <summary>A started emulator with a resource group, connections to it, and plans for it. Waits take no time.</summary>
internal sealed class TestEstate : IAsyncDisposable
{
    public const string Group = Estate.Subscription + "/resourceGroups/legacy";
    public const string Authorization = Estate.Subscription + "/providers/Microsoft.Authorization";
    public const string AssignmentId = Authorization + "/policyAssignments/baseline";
    private const string Tenant = "99999999-8888-7777-6666-555555555555";

    private readonly List<Action<RequestWatch>> watchers = [];
    private readonly EmulatorHost host;
    private readonly HttpClient client;

    private TestEstate(EmulatorHost host, JumpingTime time)
    {
        (this.host, Time) = (host, time);
        client = new HttpClient(PinnedCertificateHandler.For(host.Certificate)) { BaseAddress = host.Endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
    }

    public JumpingTime Time { get; }

    /// <summary>The watch of the last connection that was made.</summary>
    public RequestWatch Watch { get; private set; } = new(new HttpClientHandler());

    public static async Task<TestEstate> StartAsync(string? faults = null, ThrottlingOptions? throttling = null)
    {
        var time = new JumpingTime();
        var options = new EmulatorOptions(0, Estate.Subscription["/subscriptions/".Length..], Tenant, null, [], [], time.Watching()) { Faults = faults, Throttling = throttling ?? new() };
        var estate = new TestEstate(await EmulatorHost.StartAsync(options, CancellationToken.None), time);
        await estate.PutAsync(Group, "2021-04-01", """{"location":"westeurope"}""");
        return estate;
    }

    /// <summary>An environment with everything: two definitions, an initiative, an assignment with an identity that needs a role, an exemption, and so a flip.</summary>
    public static DeploymentEnvironment Everything() => Estate.Environment(
        Estate.Assignment() with { Identity = new IdentityDeclaration(null, "westeurope"), Parameters = Estate.Json("""{"secondEffect":"Modify"}""") }) with
    {
        Exemptions =
        [
            new ExemptionDeclaration("waived", new ExemptionTarget(ExemptionTargetKind.Policy, "first", Estate.At), [Group], "Waiver", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), "team", "T-1", Estate.At),
        ],
    };

    public static PolicyDocuments Documents() => Estate.Documents(Estate.Definition("first"), Estate.Modifying("second"), Estate.Initiative("baseline", "first", "second"));

    public static RetryRules Rules { get; } = RetryRules.Cloud with { Jitter = () => 0.5 };

    /// <summary>Prepares the watches of connections that are made from now on.</summary>
    public TestEstate Watched(Action<RequestWatch> watcher)
    {
        watchers.Add(watcher);
        return this;
    }

    public void Unwatched() => watchers.Clear();

    public ArmConnection Connect(string? token = null)
    {
        Watch = new RequestWatch(PinnedCertificateHandler.For(host.Certificate));
        foreach (var watcher in watchers) watcher(Watch);
        return new ArmConnection(ArmCloud.Local(host.Endpoint), new StaticTokenCredential(token ?? host.Token), Watch, ArmTiming.Cloud with { Time = Time });
    }

    public async Task<LiveState> ReadAsync(DeploymentEnvironment? environment = null)
    {
        var reading = await new LiveStateReader(Connect()).ReadAsync(DeploymentPlanner.Query(environment ?? Everything(), Documents()), CancellationToken.None);
        Assert.Equal([], reading.Failures);
        return Assert.IsType<LiveState>(reading.State);
    }

    public async Task<DeploymentPlan> PlanAsync(DeploymentEnvironment? environment = null, PolicyDocuments? documents = null, PlanChoices? choices = null) =>
        Estate.Planned(environment ?? Everything(), documents ?? Documents(), await ReadAsync(environment), choices);

    public Task<ApplyResult> ApplyAsync(DeploymentPlan plan, MemoryJournal? journal = null, ApplyOptions? options = null, string? token = null, IProgress<ApplyProgress>? progress = null, CancellationToken cancellation = default) =>
        new PlanApplier(Connect(token)).ApplyAsync(plan, (options ?? ApplyOptions.Default) with { Rules = Rules }, journal ?? new MemoryJournal(), progress, cancellation);

    public Task<ApplyResult> ResumeAsync(DeploymentPlan plan, MemoryJournal journal) => ApplyAsync(plan, journal, ApplyOptions.Default with { Earlier = journal.Events });

    public Task<ApplyResult> RollbackAsync(DeploymentPlan plan, MemoryJournal journal) =>
        new PlanApplier(Connect()).RollbackAsync(plan, ApplyOptions.Default with { Rules = Rules, Earlier = journal.Events }, journal, null, CancellationToken.None);

    /// <summary>Applies a plan and expects it to succeed.</summary>
    public async Task<MemoryJournal> AppliedAsync(DeploymentPlan plan)
    {
        var journal = new MemoryJournal();
        var result = await ApplyAsync(plan, journal);
        Assert.Equal([], result.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}"));
        Assert.Equal(ApplyOutcome.Complete, result.Outcome);
        return journal;
    }

    public Task FaultsAsync(string plan) => SendAsync(HttpMethod.Put, "/emulator/faults", plan);

    public async Task NoFaultsAsync() => (await client.DeleteAsync(new Uri("/emulator/faults", UriKind.Relative))).Dispose();

    public Task PutAsync(string id, string version, string body) => SendAsync(HttpMethod.Put, $"{id}?api-version={version}", body);

    public Task DeleteAsync(string id, string version = "2025-03-01") => SendAsync(HttpMethod.Delete, $"{id}?api-version={version}", null);

    /// <summary>Changes the display name of a policy object, as somebody in the portal would.</summary>
    public async Task RenameAsync(string id, string name)
    {
        var document = JsonNode.Parse(await client.GetStringAsync(new Uri($"{id}?api-version=2025-03-01", UriKind.Relative)))?.AsObject() ?? [];
        var properties = document["properties"]?.DeepClone().AsObject() ?? [];
        properties["displayName"] = name;
        var body = new JsonObject { ["properties"] = properties };
        foreach (var member in (string[])["location", "identity"])
        {
            if (document[member] is { } value) body[member] = value.DeepClone();
        }

        await PutAsync(id, "2025-03-01", body.ToJsonString());
    }

    public async Task<string> TokenOfAsync(EmulatorPrincipal principal)
    {
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", principal.AppId), new("client_secret", principal.Secret ?? host.Token), new("scope", host.Endpoint + "/.default")]);
        using var answer = await client.PostAsync(new Uri($"/{Tenant}/oauth2/v2.0/token", UriKind.Relative), form);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["access_token"]?.GetValue<string>() ?? throw new InvalidOperationException("No token.");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    private async Task SendAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
