using System.CommandLine;
using Plumbline.Cli.Deploying;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Drift;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Rendering;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline drift ENVIRONMENT</c>: what is not as it was deployed and declared. Reads only.</summary>
internal static class DriftCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = EnvironmentCommands.Argument();
        var format = FormatTargets.FormatOption(DriftFormats.Names);
        var outputs = FormatTargets.OutputOption();
        var command = new Command("drift", "Show what is not as it was deployed and declared; exit with 5 when there is something") { environment, format, outputs };
        runner.SetAction(command, (context, parse, cancellationToken) => EnvironmentCommands.RunAsync(
            context,
            parse.GetRequiredValue(environment),
            session =>
            {
                var (targets, problems) = FormatTargets.Read(parse.GetValue(format), parse.GetValue(outputs), DriftFormats.Names);
                return context.Console.Report(problems, _ => null) ? Task.FromResult(ExitCode.Usage) : RunAsync(context, session, targets, cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandContext context, DeploymentSession session, FormatTargets targets, CancellationToken cancellationToken)
    {
        var (made, code) = await PlanMaker.MakeAsync(context, session, PlanChoices.None, cancellationToken).ConfigureAwait(false);
        if (made is null) return code;

        var now = context.World.Time.GetUtcNow();
        var findings = DriftFinder.Find(made.Plan, made.Live, now);
        foreach (var target in targets.Files) AtomicFile.Write(Path.Combine(context.Folder, target.Path), DriftFormats.Write(made.Plan, findings, target.Format, now));
        if (targets.Format == "text") PlanRenderer.Print(context.Console, DriftText.Lines(made.Plan, findings));
        else context.Console.WriteRaw(DriftFormats.Write(made.Plan, findings, targets.Format, now).TrimEnd('\n'));
        return findings.IsEmpty ? ExitCode.Success : ExitCode.Drift;
    }
}
