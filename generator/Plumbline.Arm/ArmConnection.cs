using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.ResourceManager;

namespace Plumbline.Arm;

/// <summary>
/// An authenticated connection to an ARM endpoint.
/// Raw JSON goes through Azure.Core's pipeline, because the typed model loses properties (<c>definitionVersion</c>, <c>version</c>).
/// </summary>
public sealed class ArmConnection
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1200 };

    private readonly HttpPipeline pipeline;
    private readonly HttpPipeline single;

    /// <summary>Makes the connection; nothing is sent yet.</summary>
    /// <param name="cloud">The endpoint, and for whom tokens are asked.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="handler">The transport to a loopback endpoint (<see cref="PinnedCertificateHandler"/>), or null for the platform's own.</param>
    /// <param name="timing">How patient to be, or null for what suits the endpoint.</param>
    /// <exception cref="ArgumentException">The endpoint is not <c>https</c>, or a handler or fixed token is given for an endpoint that is not loopback.</exception>
    public ArmConnection(ArmCloud cloud, TokenCredential credential, HttpMessageHandler? handler = null, ArmTiming? timing = null)
    {
        if (cloud.Endpoint.Scheme != Uri.UriSchemeHttps) throw new ArgumentException($"'{cloud.Endpoint}' is not https.", nameof(cloud));

        // INVARIANT: a certificate that no authority signed, or a token that anybody may know, never meets a remote endpoint.
        if (!cloud.Endpoint.IsLoopback && (handler is not null || credential is StaticTokenCredential))
            throw new ArgumentException("A handler or a fixed token is for loopback endpoints only.", nameof(handler));

        Endpoint = cloud.Endpoint;
        Timing = timing ?? (cloud.Endpoint.IsLoopback ? ArmTiming.Local : ArmTiming.Cloud);
        var environment = new ArmEnvironment(cloud.Endpoint, cloud.Audience);
        var transport = handler is null ? null : new HttpClientTransport(handler);
        var options = OptionsFor(environment, transport, Timing, Timing.MaxRetries);
        pipeline = HttpPipelineBuilder.Build(options, [], [new BearerTokenAuthenticationPolicy(credential, environment.DefaultScope)], new ResponseClassifier());
        single = HttpPipelineBuilder.Build(OptionsFor(environment, transport, Timing, 0), [], [new BearerTokenAuthenticationPolicy(credential, environment.DefaultScope)], new ResponseClassifier());
    }

    /// <summary>The endpoint.</summary>
    public Uri Endpoint { get; }

    internal ArmTiming Timing { get; }

    /// <summary>The address of a path below the endpoint; <paramref name="query"/> values are escaped here.</summary>
    internal Uri AddressOf(string path, string apiVersion, params ReadOnlySpan<(string Name, string Value)> query)
    {
        var text = $"{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}?api-version={apiVersion}";
        foreach (var (name, value) in query) text += $"&{name}={Uri.EscapeDataString(value)}";
        return new Uri(Endpoint, text);
    }

    /// <summary>The address of a link the service gave, or null when it leads to another host: the token is for this one.</summary>
    internal Uri? Follow(string link) =>
        Uri.TryCreate(Endpoint, link, out var address)
        && Uri.Compare(address, Endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? address
            : null;

    /// <summary>Sends one call, with retries; whatever goes wrong is in the answer.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    internal Task<ArmAnswer> SendAsync(ArmCall call, CancellationToken cancellation) => SendAsync(pipeline, call, cancellation);

    /// <summary>Sends one call once: who calls this decides whether it is sent again. Whatever goes wrong is in the answer.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    internal Task<ArmAnswer> SendOnceAsync(ArmCall call, CancellationToken cancellation) => SendAsync(single, call, cancellation);

    private async Task<ArmAnswer> SendAsync(HttpPipeline through, ArmCall call, CancellationToken cancellation)
    {
        try
        {
            using var message = through.CreateMessage();
            call.WriteTo(message.Request);
            await through.SendAsync(message, cancellation);
            return Read(call, message.Response) with { Headers = ArmHeaders.Of(message.Response, Timing.Time.GetUtcNow()) };
        }
        catch (Exception exception) when (ArmFailureReader.IsExpected(exception, cancellation))
        {
            return ArmAnswer.Failed(ArmFailureReader.FromException(call.Method.Method, call.Path, exception));
        }
    }

    private static ArmAnswer Read(ArmCall call, Response response)
    {
        if (response.IsError || response.Status >= 300) return ArmAnswer.Failed(ArmFailureReader.FromResponse(call.Method.Method, call.Path, response));

        var retryAfter = response.Headers.TryGetValue("Retry-After", out var text) && int.TryParse(text, out var seconds) ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        response.Headers.TryGetValue("Location", out var location);
        try
        {
            var content = response.Content.ToMemory();
            return new(response.Status, content.IsEmpty ? default : Parse(content), location, retryAfter, null);
        }
        catch (JsonException)
        {
            return ArmAnswer.Failed(ArmFailureReader.Unexpected(call.Method.Method, call.Path, response.Status, "the body is not JSON"));
        }
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> content)
    {
        using var document = JsonDocument.Parse(content, Deep);
        return document.RootElement.Clone();
    }

    // The endpoint of a target is checked here too, so that the exception names the target.
    private static ArmClientOptions OptionsFor(ArmEnvironment environment, HttpClientTransport? transport, ArmTiming timing, int retries)
    {
        var options = new ArmClientOptions { Environment = environment };
        options.Diagnostics.ApplicationId = "plumbline";
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = timing.FirstDelay;
        options.Retry.MaxDelay = timing.MaxDelay;
        if (transport is not null) options.Transport = transport;
        return options;
    }
}
