using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Plumbline.Emulator;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Benchmarks.Emulator;

/// <summary>An emulator in this process and a client of it, over https on loopback.</summary>
internal sealed class EmulatorClient : IAsyncDisposable
{
    private readonly EmulatorHost host;
    private readonly HttpClient client;

    private EmulatorClient(EmulatorHost host)
    {
        this.host = host;
        var thumbprint = host.Certificate.Thumbprint;
        client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == thumbprint },
            MaxConnectionsPerServer = 64,
        }) { BaseAddress = host.Endpoint, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
    }

    public static async Task<EmulatorClient> StartAsync(Func<EmulatorOptions, EmulatorOptions> options)
    {
        var start = new EmulatorOptions(
            0, SampleEstate.SubscriptionId, SampleEstate.Tenant, null, [.. SampleEstate.BuiltIns().Select(text => new SourceText("built-in.json", text))], [], TimeProvider.System);
        return new EmulatorClient(await EmulatorHost.StartAsync(options(start), CancellationToken.None));
    }

    /// <summary>Sends a request and reads the answer to its end, without keeping it; gives the status and the length.</summary>
    public async Task<(int Status, long Length)> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = Request(method, path, body);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var length = 0L;
        while (await stream.ReadAsync(buffer) is var read and > 0) length += read;
        return ((int)response.StatusCode, length);
    }

    /// <summary>Sends a request that has to succeed, and reads its JSON.</summary>
    public async Task<JsonElement> ReadAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = Request(method, path, body);
        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {Encoding.UTF8.GetString(bytes)}");
        if (bytes.Length == 0) return default;
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? body) =>
        new(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
}
