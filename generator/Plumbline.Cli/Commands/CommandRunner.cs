using System.CommandLine;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary>Gives commands their context: finds the workspace and says so when there is none.</summary>
internal sealed class CommandRunner(CliConsole console, CliWorld world, Func<ParseResult, string> startFolder)
{
    /// <summary>Sets the action of <paramref name="command"/>.</summary>
    public void SetAction(Command command, Func<CommandContext, ParseResult, CancellationToken, Task<ExitCode>> action) =>
        command.SetAction(async (parse, cancellationToken) =>
        {
            if (Workspace.Find(startFolder(parse)) is { } workspace)
                return (int)await action(new CommandContext(console, workspace, startFolder(parse), world), parse, cancellationToken).ConfigureAwait(false);

            console.Report([DiagnosticCatalog.NoWorkspace(new SourceLocation(startFolder(parse)))], _ => null);
            return (int)ExitCode.Usage;
        });
}
