using System.Net.Http.Headers;
using System.Text;
using Plumbline.Cli;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Arm;
using Plumbline.Emulator;
using Plumbline.PlanningTests.Operations;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Cli.Deploying;

/// <summary>A checkout with a small environment, and an emulator that it points to.</summary>
internal sealed class DeployWorkspace : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plumbline-deploy-");
    private readonly EmulatorHost host;
    private readonly HttpClient client;

    private DeployWorkspace(EmulatorHost host)
    {
        this.host = host;
        client = new HttpClient(PinnedCertificateHandler.For(host.Certificate)) { BaseAddress = host.Endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Token);
    }

    public static async Task<DeployWorkspace> StartAsync()
    {
        var options = new EmulatorOptions(0, Estate.Subscription["/subscriptions/".Length..], "99999999-8888-7777-6666-555555555555", null, [], [], TimeProvider.System);
        var workspace = new DeployWorkspace(await EmulatorHost.StartAsync(options, CancellationToken.None));
        workspace.Declare("first", "second");
        EmulatorAccess.Write(Workspace.FindOrMake(workspace.folder.FullName), workspace.host);
        return workspace;
    }

    /// <summary>Writes the documents, and an environment with an initiative of these policies.</summary>
    public void Declare(params ReadOnlySpan<string> members)
    {
        foreach (var member in members) Write($"definitions/{member}.json", PolicyValueWriter.ToCompactJson(Estate.Definition(member).Body));
        Write("initiative/baseline.json", PolicyValueWriter.ToCompactJson(Estate.Initiative("baseline", members).Body));
        Configure("guards: { maxDeletes: 5 }");
    }

    /// <summary>Writes the configuration with further lines for the environment.</summary>
    public void Configure(string more) => Write("plumbline.yaml", $"""
        environments:
          test:
            cloud: local
            endpoint: {host.Endpoint.GetLeftPart(UriPartial.Authority)}
            ownerId: {Estate.OwnerId}
            definitionScope: {Estate.Subscription}
            {more}
            assignments:
              - name: baseline
                initiative: baseline
        """);

    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new CliWorld(TimeProvider.System, IsInteractive: false, () => null);
        var code = await PlumblineCli.RunAsync(arguments, CliConsole.Over(output, error, width: 400), world, folder.FullName, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The id of the plan in a file.</summary>
    public string PlanId(string file = "plan.json")
    {
        var text = Read(file);
        return text.Substring(text.IndexOf("sha256:", StringComparison.Ordinal), "sha256:".Length + 64);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(folder.FullName, file));

    public void Write(string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        File.WriteAllText(path, text);
    }

    /// <summary>How many requests that write the emulator has answered.</summary>
    public async Task<int> WritesAsync()
    {
        var log = await client.GetStringAsync(new Uri("/emulator/log?$top=1000", UriKind.Relative));
        return log.Split("\"PUT\"").Length + log.Split("\"DELETE\"").Length - 2;
    }

    public async Task PutAsync(string path, string body) => (await client.PutAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();

    public async Task DeleteAsync(string path) => (await client.DeleteAsync(new Uri(path, UriKind.Relative))).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
