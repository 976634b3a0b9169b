using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Routes;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator;

/// <summary>A running Azure Resource Manager endpoint on loopback: policy objects, resources, enforcement and compliance scans, over https.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly StateSaver? saver;

    private EmulatorHost(WebApplication application, X509Certificate2 certificate, string token, StateSaver? saver)
    {
        this.application = application;
        this.saver = saver;
        Certificate = certificate;
        Token = token;
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Endpoint = new Uri(addresses?.Addresses.FirstOrDefault() ?? throw new InvalidOperationException("The server listens nowhere."));
    }

    /// <summary>Where it listens, such as <c>https://127.0.0.1:8443/</c>; <c>https://localhost</c> with the same port works as well.</summary>
    public Uri Endpoint { get; }

    /// <summary>The self-signed certificate of this run; clients pin it by its thumbprint.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The bearer token that every request must carry.</summary>
    public string Token { get; }

    /// <summary>Starts an emulator; it answers when this returns.</summary>
    /// <exception cref="EmulatorStartException">The state file, a seed or a built-in cannot be used, or the port is taken; the message says what to do.</exception>
    public static async Task<EmulatorHost> StartAsync(EmulatorOptions options, CancellationToken cancellation)
    {
        var store = new ArmStore(InitialState.Build(options));
        var saver = options.StateFile is { } path ? new StateSaver(() => StateFile.Write(path, store.Current)) : null;
        if (saver is not null) store.Changed += saver.Request;
        var token = new BearerToken(options.Token ?? BearerToken.Random());
        var router = RouteTable.Create(new PolicyEnforcer());
        var pipeline = new ArmPipeline(store, router, token, options.TenantId, options.Time, () => saver?.Failure);
        var certificate = LoopbackCertificate.Create();
        var application = Build(options.Port, certificate);
        application.Run(pipeline.HandleAsync);
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException problem)
        {
            throw new EmulatorStartException($"Port {options.Port} of 127.0.0.1 cannot be used: {problem.Message} Give another port, or 0 for a free one.", problem);
        }

        return new EmulatorHost(application, certificate, token.Value, saver);
    }

    /// <summary>Stops listening and saves what was not saved yet.</summary>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        if (saver is not null) await saver.DisposeAsync();
        Certificate.Dispose();
    }

    // The empty builder reads no settings file and no environment, either of which could open another address.
    private static WebApplication Build(int port, X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null; // each route has its own limit and its own refusal
            kestrel.Listen(IPAddress.Loopback, port, listener => listener.UseHttps(certificate));
        });
        return builder.Build();
    }
}
