using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace Plumbline.EndToEndTests.Durability;

/// <summary>A <c>plumbline emulator</c> in a process of its own, which can be killed.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process process;

    private EmulatorProcess(Process process, HttpClient client, TimeSpan startup)
    {
        this.process = process;
        Client = client;
        Startup = startup;
    }

    /// <summary>Sends as the owner.</summary>
    public HttpClient Client { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan Startup { get; }

    /// <summary>Starts one on a free port; it has answered when this returns.</summary>
    /// <param name="folder">Its folder; the state file is <c>state.db</c> in it.</param>
    public static async Task<EmulatorProcess> StartAsync(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var program = Path.Combine(AppContext.BaseDirectory, "plumbline.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "emulator", "--port", "0", "--state", "state.db"]) { WorkingDirectory = folder, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The process did not start.");
        Uri? endpoint = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Listening on ", StringComparison.Ordinal)) endpoint = new Uri(line["Listening on ".Length..].Trim());
            if (line.StartsWith("Ctrl+C", StringComparison.Ordinal)) break;
        }

        var client = Connect(folder, endpoint ?? throw new InvalidOperationException("The emulator did not say where it listens."));
        using var answer = await client.GetAsync("/subscriptions?api-version=2022-12-01");
        answer.EnsureSuccessStatusCode();
        return new EmulatorProcess(process, client, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>SIGKILL: nothing of the process runs any more when this returns.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
        Client.Dispose();
    }

    private static HttpClient Connect(string folder, Uri endpoint)
    {
        var local = Path.Combine(folder, ".plumbline", "local");
        var thumbprint = X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(local, "certificate.pem"))).Thumbprint;
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == thumbprint };
        var client = new HttpClient(handler) { BaseAddress = endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(local, "token")));
        return client;
    }
}
