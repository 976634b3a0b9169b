using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator;

/// <summary>The web server: https on 127.0.0.1, http there too when it is asked for, and nowhere else.</summary>
internal static class LoopbackServer
{
    /// <summary>A server that hands every request to <paramref name="handle"/>.</summary>
    public static WebApplication Create(int port, int? httpPort, X509Certificate2 certificate, RequestDelegate handle)
    {
        // The empty builder reads no settings file and no environment, either of which could open another address.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null; // each route has its own limit and its own refusal
            kestrel.Listen(IPAddress.Loopback, port, listener => listener.UseHttps(certificate));
            if (httpPort is { } plain) kestrel.Listen(IPAddress.Loopback, plain);
        });
        var server = builder.Build();
        server.Run(handle);
        return server;
    }

    /// <summary>Starts it.</summary>
    /// <exception cref="EmulatorStartException">The port is taken.</exception>
    public static async Task StartAsync(WebApplication server, int port, CancellationToken cancellation)
    {
        try
        {
            await server.StartAsync(cancellation);
        }
        catch (IOException problem)
        {
            await server.DisposeAsync();
            throw new EmulatorStartException($"Port {port} of 127.0.0.1 cannot be used: {problem.Message} Give another port, or 0 for a free one.", problem);
        }
    }
}
