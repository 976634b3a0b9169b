using System.CommandLine;
using Plumbline.Cli.Deploying;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Files;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Operations;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline plan ENVIRONMENT</c>: what a deployment would change, and what that would mean. Reads only.</summary>
internal static class PlanCommand
{
    private const string DefaultFile = "plan.json";

    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = EnvironmentCommands.Argument();
        var format = FormatTargets.FormatOption(PlanFormats.Names);
        var outputs = FormatTargets.OutputOption();
        var save = new Option<string>("--out") { Description = "Save the plan, for 'plumbline apply'; the same as --output json=FILE", HelpName = "file" };
        var impact = new ImpactOptions();
        var detailed = new Option<bool>("--detailed-exitcode") { Description = "Exit with 5 when changes are pending" };
        var command = new Command("plan", "Show what a deployment would change, and save it") { environment, save, format, outputs, detailed };
        impact.AddTo(command);
        runner.SetAction(command, (context, parse, cancellationToken) => EnvironmentCommands.RunAsync(
            context,
            parse.GetRequiredValue(environment),
            session =>
            {
                string[] files = [.. parse.GetValue(outputs) ?? [], .. parse.GetValue(save) is { } file ? [$"json={file}"] : Array.Empty<string>()];
                var (targets, problems) = FormatTargets.Read(parse.GetValue(format), files, PlanFormats.Names);
                return context.Console.Report(problems, _ => null)
                    ? Task.FromResult(ExitCode.Usage)
                    : RunAsync(context, session, targets, impact.Read(parse), parse.GetValue(detailed), cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandContext context, DeploymentSession session, FormatTargets targets, ImpactRequest impact, bool detailed, CancellationToken cancellationToken)
    {
        var (made, code) = await PlanMaker.MakeAsync(context, session, PlanChoices.None, cancellationToken).ConfigureAwait(false);
        if (made is null) return code;

        var (plan, problem) = await PlanImpacts.AddAsync(context, session, made, impact, cancellationToken).ConfigureAwait(false);
        if (plan is null) return problem;

        var now = context.World.Time.GetUtcNow();
        var file = targets.Files.FirstOrDefault(target => target.Format == "json").Path ?? DefaultFile;
        foreach (var target in targets.Files) AtomicFile.Write(Path.Combine(context.Folder, target.Path), PlanFormats.Write(plan, target.Format, now, file));
        if (targets.Format == "text") PlanRenderer.Print(context.Console, plan);
        else context.Console.WriteRaw(PlanFormats.Write(plan, targets.Format, now, file).TrimEnd('\n'));
        context.Console.Report(made.Refusals, context.Workspace.Read);
        if (!made.Refusals.IsEmpty) return ExitCode.Findings;
        return detailed && plan.HasChanges ? ExitCode.Drift : ExitCode.Success;
    }
}
