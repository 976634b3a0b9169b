using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Plumbline.Arm.Operations;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Operating;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Values;
using Plumbline.Reporting.Findings;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline verify ENVIRONMENT</c>: whether Azure says of each resource what the engine says.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = EnvironmentCommands.Argument();
        var inventory = new Option<string>("--inventory") { Description = "The resources of the environment as a file, in place of reading them", HelpName = "file" };
        var noEvaluation = new Option<bool>("--no-evaluation") { Description = "Take the states as they are, without an evaluation first" };
        var strict = new Option<bool>("--strict") { Description = "Exit with 4 when something could not be read or is not up to date" };
        var timeout = DurationText.Option("2h", "How long to wait for the evaluation and its states at most");
        var format = new Option<string>("--format") { Description = "text, json or junit, on standard output", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "junit");
        var command = new Command("verify", "Compare Azure's policy states with what the engine expects of the same resources") { environment, inventory, noEvaluation, strict, timeout, format };
        runner.SetAction(command, async (context, parse, cancellationToken) =>
        {
            ImmutableArray<ObjectValue>? resources = null;
            if (parse.GetValue(inventory) is { } path)
            {
                var read = InventoryFile.Read(context.Workspace, path);
                context.Console.Report(read.Diagnostics, _ => null);
                if (read.Resources is null) return ExitCode.InvalidInput;
                resources = read.Resources;
            }

            var request = new VerificationRequest(DurationText.Parse(parse.GetValue(timeout) ?? "") ?? TimeSpan.FromHours(2), !parse.GetValue(noEvaluation), resources);
            return await EnvironmentCommands.RunAsync(
                context, parse.GetRequiredValue(environment), session => RunAsync(context, session, request, parse.GetValue(format) ?? "text", parse.GetValue(strict), cancellationToken), cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandContext context, DeploymentSession session, VerificationRequest request, string format, bool strict, CancellationToken cancellationToken)
    {
        var progress = new OperationProgress(context.Console, context.World.Time);
        var outcome = await new EnvironmentVerifier(session.Connection).RunAsync(session.Environment, request, progress.Report, cancellationToken).ConfigureAwait(false);
        if (outcome.Value is not { } report) return EnvironmentCommands.Fail(context, outcome.Failure, outcome.Diagnostics);
        context.Console.Report(outcome.Diagnostics, context.Workspace.Read);
        Print(context, session, report, format);
        if (strict && !(report.IsComplete && outcome.Diagnostics.All(one => one.Severity == Policy.Diagnostics.DiagnosticSeverity.Information))) return ExitCode.Incomplete;
        return report.HasDifferences ? ExitCode.Findings : ExitCode.Success;
    }

    private static void Print(CommandContext context, DeploymentSession session, VerificationReport report, string format)
    {
        if (format == "text")
        {
            foreach (var line in VerificationText.Of(report)) context.Console.WriteLine(line);
            return;
        }

        using var buffer = new MemoryStream();
        if (format == "json") VerificationJson.Write(session.Environment.Name, report, buffer);
        else JUnitWriter.Write(VerificationJUnit.Of(report), context.World.Time.GetUtcNow(), buffer);
        context.Console.WriteRaw(Encoding.UTF8.GetString(buffer.ToArray()).TrimEnd('\n'));
    }
}
