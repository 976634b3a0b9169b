using System.CommandLine;
using Plumbline.Cli.Evaluation;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Cli.Testing;
using Plumbline.Testing.Documents;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline test</c>: runs tests of policies.</summary>
internal static class TestCommand
{
    /// <summary>The command.</summary>
    /// <param name="console">Where it prints.</param>
    /// <param name="world">The clock.</param>
    /// <param name="startFolder">The folder that relative paths start from.</param>
    public static Command Create(CliConsole console, CliWorld world, Func<ParseResult, string> startFolder)
    {
        var options = new TestOptions();
        var command = new Command("test", "Run tests of policies: resources, and what a definition or an initiative says of them");
        options.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(console, world, startFolder(parse), options.Read(parse), cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CliConsole console, CliWorld world, string folder, TestSettings settings, CancellationToken cancellationToken)
    {
        if (settings.IsSchema)
        {
            console.WriteRaw(TestFileReader.Schema.TrimEnd('\n'));
            return ExitCode.Success;
        }

        var aliases = new AliasSources(folder).Find(settings.Aliases, out var problems);
        if (aliases is null)
        {
            console.Report(problems, _ => null);
            return EvaluationFiles.IsAnyMissing(problems) ? ExitCode.Usage : ExitCode.InvalidInput;
        }

        var workspace = Workspace.Find(folder);
        var session = new TestSession(console, world, folder, workspace, settings, aliases);
        if (!settings.IsWatch) return session.Run(cancellationToken);
        await new TestWatch(world.Time).RunAsync([workspace?.Root ?? folder], () => session.Run(cancellationToken), cancellationToken).ConfigureAwait(false);
        return ExitCode.Success;
    }
}
