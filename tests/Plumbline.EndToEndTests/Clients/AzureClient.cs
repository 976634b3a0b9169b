using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.ResourceManager;
using Azure.ResourceManager.Resources;
using Plumbline.Arm;
using Plumbline.Emulator;

namespace Plumbline.EndToEndTests.Clients;

/// <summary>
/// Azure.ResourceManager 1.7.0 as its users set it up, against an emulator of this process. What that package has no types for
/// (Microsoft.PolicyInsights, exemptions, deployments) goes through the pipeline of Azure.Core.
/// </summary>
public sealed class AzureClient : IAsyncDisposable
{
    public const string SubscriptionId = "11111111-2222-3333-4444-555555555555";
    public const string Subscription = "/subscriptions/" + SubscriptionId;
    public const string Tenant = "99999999-8888-7777-6666-555555555555";
    public const string InsightsVersion = "2024-10-01";

    private readonly EmulatorHost host;
    private readonly HttpPipeline pipeline;

    private AzureClient(EmulatorHost host)
    {
        this.host = host;
        var credential = new StaticTokenCredential(host.Token);
        Arm = Client(credential);
        pipeline = HttpPipelineBuilder.Build(Options(), new BearerTokenAuthenticationPolicy(credential, Options().Environment?.DefaultScope ?? string.Empty));
    }

    /// <summary>The typed client.</summary>
    public ArmClient Arm { get; }

    /// <summary>The subscription, without asking for it.</summary>
    public SubscriptionResource Estate => Arm.GetSubscriptionResource(new ResourceIdentifier(Subscription));

    public static async Task<AzureClient> StartAsync() => new(await EmulatorHost.StartAsync(
        new EmulatorOptions(0, SubscriptionId, Tenant, null, [], [], TimeProvider.System), CancellationToken.None));

    /// <summary>The typed client of a principal that signs in at the emulator with Azure.Identity. It asks no other host: instance discovery is off.</summary>
    public ArmClient SignIn(string clientId) => Client(new ClientSecretCredential(Tenant, clientId, host.Token, new ClientSecretCredentialOptions
    {
        AuthorityHost = host.Endpoint,
        DisableInstanceDiscovery = true,
        Transport = Transport(),
    }));

    /// <summary>One call through the pipeline: status and JSON (null without a body).</summary>
    public async Task<(int Status, JsonNode? Body)> SendAsync(RequestMethod method, string pathAndQuery, JsonNode? body = null)
    {
        var response = await ResponseAsync(method, pathAndQuery, body);
        return (response.Status, Json(response));
    }

    /// <summary>A call that has to succeed; with 202, its operation is followed to the end.</summary>
    public async Task<JsonNode?> RunAsync(RequestMethod method, string pathAndQuery, JsonNode? body = null)
    {
        var response = await ResponseAsync(method, pathAndQuery, body);
        Assert.True(response.Status < 300, $"{method} {pathAndQuery}: {response.Status} {response.Content}");
        return response.Status == 202 && response.Headers.TryGetValue("Location", out var location) ? await FollowAsync(location) : Json(response);
    }

    /// <summary>Scans the subscription.</summary>
    public Task<JsonNode?> ScanAsync() =>
        RunAsync(RequestMethod.Post, $"{Subscription}/providers/Microsoft.PolicyInsights/policyStates/latest/triggerEvaluation?api-version={InsightsVersion}");

    /// <summary>The <c>complianceState</c> of every record of an assignment, after the last segment of the resource's id, sorted.</summary>
    public async Task<string[]> StatesAsync(string assignment)
    {
        var filter = Uri.EscapeDataString($"policyAssignmentName eq '{assignment}'");
        var answer = await RunAsync(RequestMethod.Post, $"{Subscription}/providers/Microsoft.PolicyInsights/policyStates/latest/queryResults?api-version={InsightsVersion}&$filter={filter}");
        var records = Assert.IsType<JsonArray>(answer?["value"]);
        return [.. records.Select(record => $"{LastSegment(record?["resourceId"])} {record?["complianceState"]}").Order(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>The JSON of the refusal that <paramref name="call"/> gets.</summary>
    public static async Task<(int Status, JsonNode Error)> RefusalAsync(Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(call);
        var body = refused.GetRawResponse() is { } response ? Json(response)?["error"] : null;
        return (refused.Status, body ?? throw new InvalidOperationException($"No error body: {refused.Message}"));
    }

    private ArmClient Client(TokenCredential credential) => new(credential, SubscriptionId, Options());

    private ArmClientOptions Options()
    {
        var options = new ArmClientOptions { Environment = new ArmEnvironment(host.Endpoint, host.Endpoint.GetLeftPart(UriPartial.Authority)), Transport = Transport() };
        options.Retry.MaxRetries = 0;
        return options;
    }

    private HttpClientTransport Transport() => new(PinnedCertificateHandler.For(host.Certificate));

    private async Task<Response> ResponseAsync(RequestMethod method, string pathAndQuery, JsonNode? body)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(host.Endpoint, pathAndQuery));
        if (body is not null)
        {
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(BinaryData.FromString(body.ToJsonString()));
        }

        await pipeline.SendAsync(message, CancellationToken.None);
        return message.Response;
    }

    private async Task<JsonNode?> FollowAsync(string location)
    {
        for (var attempt = 0; attempt < 400; attempt++)
        {
            var (status, body) = await SendAsync(RequestMethod.Get, location);
            if (status != 202) return body;
            await Task.Delay(25);
        }

        throw new InvalidOperationException($"{location} does not end.");
    }

    private static string LastSegment(JsonNode? id) => id?.ToString().Split('/')[^1] ?? "";

    private static JsonNode? Json(Response response) => response.Content.ToMemory().IsEmpty ? null : JsonNode.Parse(response.Content.ToString(), null, new JsonDocumentOptions { MaxDepth = 256 });
}
