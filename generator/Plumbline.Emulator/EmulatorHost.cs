using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Plumbline.Emulator;

/// <summary>A running Azure Resource Manager endpoint on loopback: policy objects, resources, enforcement and compliance scans, over https.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly EmulatorSession session;

    private EmulatorHost(WebApplication server, EmulatorSession session, X509Certificate2 certificate)
    {
        this.server = server;
        this.session = session;
        Certificate = certificate;
        var addresses = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        var listening = addresses?.Addresses.Select(address => new Uri(address)).ToList() ?? [];
        Endpoint = listening.Find(address => address.Scheme == Uri.UriSchemeHttps) ?? throw new InvalidOperationException("The server listens nowhere.");
        HttpEndpoint = listening.Find(address => address.Scheme == Uri.UriSchemeHttp);
    }

    /// <summary>Where it listens, such as <c>https://127.0.0.1:8443/</c>; <c>https://localhost</c> with the same port works as well.</summary>
    public Uri Endpoint { get; }

    /// <summary>Where it listens without TLS, or null.</summary>
    public Uri? HttpEndpoint { get; }

    /// <summary>The self-signed certificate of this run; clients pin it by its thumbprint.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The bearer token that every request must carry.</summary>
    public string Token => session.Token.Value;

    /// <summary>Starts an emulator; it answers when this returns.</summary>
    /// <exception cref="Store.EmulatorStartException">The state file, a seed or a built-in cannot be used, or the port is taken; the message says what to do.</exception>
    public static async Task<EmulatorHost> StartAsync(EmulatorOptions options, CancellationToken cancellation)
    {
        var session = EmulatorSession.Open(options);
        var certificate = LoopbackCertificate.Create();
        var server = LoopbackServer.Create(options.Port, options.HttpPort, certificate, session.Pipeline.HandleAsync);
        await LoopbackServer.StartAsync(server, options.Port, cancellation);
        return new EmulatorHost(server, session, certificate);
    }

    /// <summary>Stops listening, waits for scans that run, and saves what was not saved yet.</summary>
    /// <exception cref="IOException">The state could not be saved.</exception>
    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
        await session.DisposeAsync();
        Certificate.Dispose();
    }
}
