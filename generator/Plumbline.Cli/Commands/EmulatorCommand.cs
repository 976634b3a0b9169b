using System.CommandLine;
using Plumbline.Cli.Environments;
using Plumbline.Emulator;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline emulator</c>: runs the emulator until Ctrl+C, for other clients.</summary>
internal static class EmulatorCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var port = new Option<int>("--port", "-p") { Description = "The port on 127.0.0.1; 0 takes a free one", DefaultValueFactory = _ => 8443 };
        var command = new Command("emulator", "Run an Azure Resource Manager for policy on this machine") { port };
        runner.SetAction(command, (context, parse, cancellationToken) => RunAsync(context, parse.GetValue(port), cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandContext context, int port, CancellationToken cancellationToken)
    {
        try
        {
            var options = LocalEmulator.Options(context.Workspace, context.World.Time, port, token: null);
            var host = await EmulatorHost.StartAsync(options, cancellationToken).ConfigureAwait(false);
            await using (host.ConfigureAwait(false))
            {
                EmulatorAccess.Write(context.Workspace, host);
                context.Console.WriteLine($"Listening on {host.Endpoint}", "bold");
                context.Console.WriteLine($"Subscription  {LocalEmulator.SubscriptionId}");
                context.Console.WriteLine($"Certificate   {EmulatorAccess.CertificateFile}");
                context.Console.WriteLine($"Bearer token  {EmulatorAccess.TokenFile}");
                context.Console.WriteLine("Ctrl+C stops it; the state stays.");
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return ExitCode.Success;
        }
        catch (EmulatorStartException exception)
        {
            context.Console.Report([DiagnosticCatalog.EmulatorNotStarted(new SourceLocation("plumbline emulator"), exception.Message)], _ => null);
            return ExitCode.Usage;
        }
    }
}
