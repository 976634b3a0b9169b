using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Arm;
using Plumbline.Arm.Operations;
using Plumbline.Emulator;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.PlanningTests.Operate;

/// <summary>An emulator in process, a connection to it, and what tests put there by hand.</summary>
internal sealed class OperateWorld : IAsyncDisposable
{
    public const string Subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
    public const string Group = Subscription + "/resourceGroups/rg";
    public const string Policies = Subscription + "/providers/Microsoft.Authorization";
    public const string Accounts = Group + "/providers/Microsoft.Storage/storageAccounts";
    public const string StorageContributor = "17d1049b-9a84-46fb-8f53-869881c3d3ab";
    public const string Owner = "0d1c2b3a-4f5e-4d6c-8b7a-99aabbccddee";

    public static readonly SourceLocation At = new("plumbline.yaml");

    private readonly EmulatorHost host;
    private readonly HttpClient client;

    private OperateWorld(EmulatorHost host, StandingTime time)
    {
        (this.host, Time) = (host, time);
        client = new HttpClient(PinnedCertificateHandler.For(host.Certificate)) { BaseAddress = host.Endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
        Connection = Connect();
    }

    public StandingTime Time { get; }

    public ArmConnection Connection { get; }

    /// <summary>Everything that was sent over <see cref="Connection"/>, as method and path with query.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>Changes the text of an answer over <see cref="Connection"/>, by its path; null leaves all as they are.</summary>
    public Func<string, string, string>? Tamper { get; set; }

    public static async Task<OperateWorld> StartAsync(ImmutableArray<string>? seeds = null, ImmutableArray<SourceText>? builtIns = null)
    {
        var time = new StandingTime();
        var options = new EmulatorOptions(0, Subscription["/subscriptions/".Length..], "99999999-8888-7777-6666-555555555555", null, builtIns ?? [], seeds ?? [], time);
        return new OperateWorld(await EmulatorHost.StartAsync(options, CancellationToken.None), time);
    }

    /// <summary>With the resource group <c>rg</c> and storage accounts in it.</summary>
    public static async Task<OperateWorld> WithAccountsAsync(params string[] names)
    {
        var world = await StartAsync();
        await world.PutAsync(Group, "2021-04-01", """{"location":"westeurope"}""");
        foreach (var name in names) await world.AddAccountAsync(name);
        return world;
    }

    public Task AddAccountAsync(string name, string location = "westeurope", string more = "") =>
        PutAsync($"{Accounts}/{name}", "2023-01-01", $$"""{"location":"{{location}}","kind":"StorageV2","sku":{"name":"Standard_LRS"}{{more}},"properties":{} }""");

    /// <summary>An environment that declares assignments of these names.</summary>
    public static DeploymentEnvironment Environment(params string[] assignments) => new("test", "Local", null, Subscription, Owner, At)
    {
        Assignments = [.. assignments.Select(name => new AssignmentDeclaration(name, ArmObjectKind.PolicyDefinition, name, [Subscription], At))],
    };

    /// <summary>A definition that gives storage accounts a tag, and its assignment with an identity.</summary>
    public async Task<string> AssignModifyAsync(string name, string tag = "owner", bool withRole = true, bool withIdentity = true)
    {
        await DefineAsync(name, $$$"""{"effect":"modify","details":{"roleDefinitionIds":["/providers/Microsoft.Authorization/roleDefinitions/{{{StorageContributor}}}"],"operations":[{"operation":"addOrReplace","field":"tags['{{{tag}}}']","value":"me"}]}}""", $$"""{"field":"tags['{{tag}}']","notEquals":"me"}""");
        var answer = await AssignAsync(name, $"{Policies}/policyDefinitions/{name}", withIdentity);
        if (withRole && withIdentity) await GrantAsync(answer["identity"]?["principalId"]?.ToString() ?? "");
        return $"{Policies}/policyAssignments/{name}";
    }

    public Task DefineAsync(string name, string then, string condition) => PutAsync(
        $"{Policies}/policyDefinitions/{name}", "2025-03-01",
        $$$$$$"""{"properties":{"displayName":"{{{{{{name}}}}}}","mode":"Indexed","metadata":{},"policyRule":{"if":{"allOf":[{"field":"type","equals":"Microsoft.Storage/storageAccounts"},{{{{{{condition}}}}}}]},"then":{{{{{{then}}}}}}}}}""");

    public Task<JsonObject> AssignAsync(string name, string definition, bool withIdentity = false, string more = "") => PutAsync(
        $"{Policies}/policyAssignments/{name}", "2025-03-01",
        $$$$$$"""{{{{{{{(withIdentity ? """ "identity":{"type":"SystemAssigned"},"location":"westeurope", """ : "")}}}}}}"properties":{"displayName":"Assignment {{{{{{name}}}}}}","policyDefinitionId":"{{{{{{definition}}}}}}"{{{{{{more}}}}}}}}""");

    public Task GrantAsync(string principal, string role = StorageContributor) => PutAsync(
        $"{Policies}/roleAssignments/{Guid.NewGuid()}", "2022-04-01",
        $$$$$$"""{"properties":{"principalId":"{{{{{{principal}}}}}}","principalType":"ServicePrincipal","roleDefinitionId":"{{{{{{Policies}}}}}}/roleDefinitions/{{{{{{role}}}}}}"}}""");

    public async Task<JsonObject> PutAsync(string path, string version, string body)
    {
        var (status, answer) = await SendAsync(HttpMethod.Put, path, version, body);
        Assert.True(status is 200 or 201 or 202, $"{status} {answer}");
        return answer;
    }

    public async Task<JsonObject> GetAsync(string path, string version) => (await SendAsync(HttpMethod.Get, path, version, null)).Body;

    public async Task<(int Status, JsonObject Body)> SendAsync(HttpMethod method, string path, string version, string? body)
    {
        using var request = new HttpRequestMessage(method, $"{path}?api-version={version}");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? [] : (JsonObject)(JsonNode.Parse(text) ?? new JsonObject()));
    }

    public async Task<DeployedPolicies> DeployedAsync(params string[] assignments)
    {
        var read = await new DeployedPolicyReader(Connection).ReadAsync(Environment(assignments), CancellationToken.None);
        Assert.Empty(read.Diagnostics);
        return Assert.IsType<DeployedPolicies>(read.Value);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    private ArmConnection Connect()
    {
        var cloud = ArmCloud.Local(host.Endpoint);
        var timing = ArmTiming.Local with { PollDelay = TimeSpan.FromMilliseconds(20), Time = Time };
        var recorder = new RecordingHandler(PinnedCertificateHandler.For(host.Certificate), Sent, (path, text) => Tamper?.Invoke(path, text) ?? text);
        return new ArmConnection(cloud, new StaticTokenCredential(host.Token), recorder, timing);
    }
}

/// <summary>A clock that stands until it is moved; its timers are real.</summary>
internal sealed class StandingTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan by) => now += by;
}

/// <summary>Notes what passes, and lets a test change the answers.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner, List<string> sent, Func<string, string, string> tamper) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = Uri.UnescapeDataString(request.RequestUri?.PathAndQuery ?? "");
        lock (sent) sent.Add($"{request.Method} {path}");
        var response = await base.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var changed = tamper(path, text);
        if (changed == "refused") return new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest) { RequestMessage = request, Content = new StringContent("""{"error":{"code":"Refused","message":"not here"}}""") };
        if (changed != text) response.Content = new StringContent(changed, Encoding.UTF8, "application/json");
        return response;
    }
}
