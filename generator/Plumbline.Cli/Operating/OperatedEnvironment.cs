using Plumbline.Arm;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Environments;
using Plumbline.Emulator.Store;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Operating;

/// <summary>An environment that is operated: where it is, and what is deployed for it.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Environment">What is declared.</param>
/// <param name="At">Where it is configured.</param>
internal sealed record OperatedEnvironment(ArmConnection Connection, DeploymentEnvironment Environment, SourceLocation At)
{
    /// <summary>Opens an environment, runs <paramref name="action"/> in it, and reports why where that is not possible.</summary>
    public static async Task<ExitCode> RunAsync(CommandContext context, string name, Func<OperatedEnvironment, Task<ExitCode>> action, CancellationToken cancellationToken)
    {
        try
        {
            var (session, diagnostics) = await DeploymentSession.OpenAsync(context.Workspace, context.World.Time, name, cancellationToken).ConfigureAwait(false);
            if (context.Console.Report(diagnostics, context.Workspace.Read) || session is null) return ExitCode.Usage;
            await using (session.ConfigureAwait(false))
            {
                if (session.Cloud.Endpoint.Scheme != Uri.UriSchemeHttps)
                {
                    context.Console.Report([DiagnosticCatalog.EndpointNotHttps(session.At, session.Cloud.Endpoint.ToString())], context.Workspace.Read);
                    return ExitCode.Usage;
                }

                return await action(new(new ArmConnection(session.Cloud, session.Credential, session.Handler), session.Environment, session.At)).ConfigureAwait(false);
            }
        }
        catch (EmulatorStartException exception)
        {
            context.Console.Report([DiagnosticCatalog.EmulatorNotStarted(new SourceLocation("environment local"), exception.Message)], _ => null);
            return ExitCode.Usage;
        }
    }
}
