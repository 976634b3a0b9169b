using System.Collections.Immutable;
using System.CommandLine;
using Plumbline.Arm;
using Plumbline.Cli.Environments;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary>What the commands that take an environment share.</summary>
internal static class EnvironmentCommands
{
    /// <summary>The argument that names the environment.</summary>
    public static Argument<string> Argument() => new("environment") { Description = "An environment of plumbline.yaml, or 'local' for the embedded emulator", DefaultValueFactory = _ => "local" };

    /// <summary>Opens a session, runs <paramref name="action"/> in it, and reports why where that is not possible.</summary>
    public static async Task<ExitCode> RunAsync(
        CommandContext context, string environment, Func<DeploymentSession, Task<ExitCode>> action, CancellationToken cancellationToken)
    {
        try
        {
            var (session, diagnostics) = await DeploymentSession.OpenAsync(context.Workspace, context.World.Time, environment, cancellationToken).ConfigureAwait(false);
            context.Console.Report(diagnostics, context.Workspace.Read);
            if (session is null) return ExitCode.Usage;

            await using (session.ConfigureAwait(false)) return await action(session).ConfigureAwait(false);
        }
        catch (EmulatorStartException exception)
        {
            context.Console.Report([DiagnosticCatalog.EmulatorNotStarted(new SourceLocation("environment local"), exception.Message)], _ => null);
            return ExitCode.Usage;
        }
    }

    /// <summary>Reports an outcome that has no value, and gives its exit code.</summary>
    public static ExitCode Fail(CommandContext context, ArmFailure? failure, ImmutableArray<Diagnostic> diagnostics)
    {
        context.Console.Report(diagnostics, context.Workspace.Read);
        return failure is null ? ExitCode.InvalidInput : CodeOf(failure);
    }

    /// <summary>The exit code for a failed call.</summary>
    public static ExitCode CodeOf(ArmFailure failure) =>
        failure.Kind is ArmFailureKind.NotSignedIn or ArmFailureKind.NotAuthorized ? ExitCode.Unauthorized : ExitCode.RemoteFailure;
}
