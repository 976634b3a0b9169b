using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Emulator;
using Plumbline.Emulator.Identity;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.EmulatorTests;

/// <summary>A started emulator and a client that trusts its certificate alone.</summary>
public sealed class EmulatorSession : IAsyncDisposable
{
    public const string Subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
    public const string Tenant = "99999999-8888-7777-6666-555555555555";
    public const string PolicyVersion = "2025-03-01";
    public const string ResourceVersion = "2025-01-01";
    public const string InsightsVersion = "2024-10-01";
    public const string BuiltIn = "00000000-aaaa-bbbb-cccc-000000000001";

    private EmulatorSession(EmulatorHost host, HttpClient client)
    {
        Host = host;
        Client = client;
    }

    public EmulatorHost Host { get; }

    public HttpClient Client { get; }

    public static async Task<EmulatorSession> StartAsync(
        string? stateFile = null, ImmutableArray<string>? seeds = null, ImmutableArray<SourceText>? builtIns = null, ImmutableArray<EmulatorPrincipal>? principals = null,
        Func<EmulatorOptions, EmulatorOptions>? with = null)
    {
        var start = new EmulatorOptions(
            0, Subscription["/subscriptions/".Length..], Tenant, stateFile, builtIns ?? [], seeds ?? [], new FixedTime(), Token: null)
        {
            Principals = principals ?? [EmulatorPrincipal.Owner, EmulatorPrincipal.Contributor, EmulatorPrincipal.Reader],
        };
        var host = await EmulatorHost.StartAsync(with?.Invoke(start) ?? start, CancellationToken.None);
        var client = new HttpClient(Pinned(host)) { BaseAddress = host.Endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
        return new EmulatorSession(host, client);
    }

    /// <summary>A handler that accepts the emulator's certificate and no other.</summary>
    public static HttpClientHandler Pinned(EmulatorHost host)
    {
        var thumbprint = host.Certificate.Thumbprint;
        return new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == thumbprint };
    }

    public Task<Answer> GetAsync(string path, string version) => SendAsync(HttpMethod.Get, path, version);

    public Task<Answer> PutAsync(string path, string version, string body) => SendAsync(HttpMethod.Put, path, version, body);

    public Task<Answer> DeleteAsync(string path, string version) => SendAsync(HttpMethod.Delete, path, version);

    public Task<Answer> PostAsync(string path, string version) => SendAsync(HttpMethod.Post, path, version);

    /// <summary>Sends to a path, which may have a query already, or to an absolute link.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? version, string? body = null)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        using var request = new HttpRequestMessage(method, version is null ? path : $"{path}{separator}api-version={version}");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToImmutableDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), headers);
    }

    /// <summary>Makes the resource group <c>rg</c>.</summary>
    public async Task<EmulatorSession> WithGroupAsync(string name = "rg")
    {
        var answer = await PutAsync($"{Subscription}/resourceGroups/{name}", "2021-04-01", """{"location":"westeurope"}""");
        Assert.Equal(201, answer.Status);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(int Status, JsonNode? Body, ImmutableDictionary<string, string> Headers)
{
    public JsonNode Json => Body ?? throw new InvalidOperationException("The answer has no body.");

    /// <summary>The value at a path such as <c>value/0/name</c> as text: JSON for objects and arrays; null when there is none or it is null.</summary>
    public string? At(string path) => path.Split('/').Aggregate(Body, (node, step) => node switch
    {
        JsonObject item => item[step],
        JsonArray array when int.TryParse(step, out var index) && index < array.Count => array[index],
        _ => null,
    }) is { } found ? found is JsonValue ? found.ToString() : found.ToJsonString() : null;

    /// <summary>The <c>name</c>s of the list's items, sorted.</summary>
    public string[] Names => [.. List("name").Order(StringComparer.Ordinal)];

    /// <summary>A member of every item of <c>value</c>, as text.</summary>
    public IEnumerable<string> List(string member) =>
        Body?["value"] is JsonArray items ? items.Select((_, index) => At($"value/{index}/{member}") ?? "") : [];

    public string? Code => At("error/code");

    public string? Message => At("error/message");
}
