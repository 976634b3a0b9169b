using System.CommandLine;
using System.Globalization;
using Plumbline.Arm.Compliance;
using Plumbline.Arm.Operations;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Operating;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline scan-now ENVIRONMENT</c>: has Azure evaluate everything now, not in the next cycle of a day.</summary>
internal static class ScanNowCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = EnvironmentCommands.Argument();
        var group = new Option<string>("--resource-group") { Description = "Only this resource group, by name or id", HelpName = "name" };
        var wait = new Option<bool>("--wait") { Description = "Wait until the evaluation has ended" };
        var timeout = DurationText.Option("2h", "How long to wait at most");
        var command = new Command("scan-now", "Start an evaluation of the environment's subscriptions, or join the one that runs") { environment, group, wait, timeout };
        runner.SetAction(command, (context, parse, cancellationToken) => EnvironmentCommands.RunAsync(
            context,
            parse.GetRequiredValue(environment),
            operated => RunAsync(context, operated, parse.GetValue(group), parse.GetValue(wait) ? DurationText.Parse(parse.GetValue(timeout) ?? "") : null, cancellationToken),
            cancellationToken));
        return command;
    }

    /// <summary>Finds the scopes, starts and waits.</summary>
    internal static async Task<ExitCode> RunAsync(CommandContext context, DeploymentSession operated, string? group, TimeSpan? limit, CancellationToken cancellationToken)
    {
        var scans = new ScopeScans(operated.Connection);
        if (group is not null && ArmScope.Parse(group) is { Kind: ArmScopeKind.ResourceGroup } given) return await ScanAsync(context, operated, scans, [given.Id], limit, cancellationToken).ConfigureAwait(false);
        var below = await scans.SubscriptionsAsync(operated.Environment, cancellationToken).ConfigureAwait(false);
        if (below.Value is not { } found) return EnvironmentCommands.Fail(context, below.Failure, below.Diagnostics);
        if (group is null) return await ScanAsync(context, operated, scans, found.Subscriptions, limit, cancellationToken).ConfigureAwait(false);
        if (found.Subscriptions is [var only] && ArmScope.Parse($"{only}/resourceGroups/{group}") is { } named)
            return await ScanAsync(context, operated, scans, [named.Id], limit, cancellationToken).ConfigureAwait(false);
        context.Console.Report([DiagnosticCatalog.ScanOptionInvalid(new SourceLocation("--resource-group"), $"'{group}' is not told apart among {found.Subscriptions.Length} subscriptions; give the whole id")], _ => null);
        return ExitCode.Usage;
    }

    private static async Task<ExitCode> ScanAsync(CommandContext context, DeploymentSession operated, ScopeScans scans, IEnumerable<string> scopes, TimeSpan? limit, CancellationToken cancellationToken)
    {
        var progress = new OperationProgress(context.Console, context.World.Time);
        var run = await scans.RunAsync(
            scopes, limit, outcome => progress.Report(string.Create(CultureInfo.InvariantCulture, $"{outcome.Ended} of {outcome.Scans.Length} evaluations have ended")), operated.At, cancellationToken).ConfigureAwait(false);
        context.Console.Report(run.Diagnostics, context.Workspace.Read);
        foreach (var scan in run.Value?.Scans ?? []) context.Console.WriteLine($"{Word(scan.State, limit is not null)}  {scan.Scope}");
        if (run.Failure is { } failure) return EnvironmentCommands.CodeOf(failure);
        if (run.Value?.Scans.Any(scan => scan.State == EvaluationRunState.Failed) == true) return ExitCode.RemoteFailure;
        return limit is null || run.Value?.IsComplete == true ? ExitCode.Success : ExitCode.Incomplete;
    }

    private static string Word(EvaluationRunState state, bool hasWaited) => state switch
    {
        EvaluationRunState.Completed => "evaluated",
        EvaluationRunState.StillRunning => hasWaited ? "running  " : "started  ",
        _ => "failed   ",
    };
}
