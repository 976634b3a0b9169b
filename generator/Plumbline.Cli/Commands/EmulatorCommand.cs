using System.CommandLine;
using Plumbline.Cli.Emulation;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Emulator;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline emulator</c>: runs the emulator until Ctrl+C, for other clients. Needs no checkout.</summary>
internal static class EmulatorCommand
{
    /// <summary>The command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <param name="world">The clock.</param>
    /// <param name="startFolder">The folder that relative paths start from.</param>
    public static Command Create(CliConsole console, CliWorld world, Func<ParseResult, string> startFolder)
    {
        var options = new EmulatorOptionSet();
        var command = new Command("emulator", "Run an Azure Resource Manager for policy on this machine");
        options.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(console, world, options.Read(parse, startFolder(parse)), cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CliConsole console, CliWorld world, EmulatorRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var (host, problems) = await EmulatorStart.RunAsync(request, world.Time, cancellationToken).ConfigureAwait(false);
            console.Report(problems, _ => null);
            if (host is null) return ExitCode.InvalidInput;
            await using (host.ConfigureAwait(false))
            {
                Announce(console, request, host);
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return ExitCode.Success;
        }
        catch (EmulatorStartException exception)
        {
            console.Report([DiagnosticCatalog.EmulatorNotStarted(new SourceLocation("plumbline emulator"), exception.Message)], _ => null);
            return ExitCode.Usage;
        }
    }

    private static void Announce(CliConsole console, EmulatorRequest request, EmulatorHost host)
    {
        EmulatorAccess.Write(Workspace.FindOrMake(request.Folder), host);
        console.WriteLine($"Listening on {host.Endpoint}", "bold");
        if (host.HttpEndpoint is { } plain) console.WriteLine($"Without TLS   {plain}");
        console.WriteLine($"Tenant        {request.Tenant}");
        console.WriteLine($"Subscription  {request.Subscription}");
        console.WriteLine($"Certificate   {EmulatorAccess.CertificateFile}");
        console.WriteLine($"Bearer token  {EmulatorAccess.TokenFile}");
        console.WriteLine(request.State is { } state ? $"State         {state}" : "State         in memory");
        console.WriteLine("Ctrl+C stops it.");
    }
}
