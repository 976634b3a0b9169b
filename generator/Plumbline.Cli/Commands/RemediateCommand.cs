using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Plumbline.Arm;
using Plumbline.Arm.Operations;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Operating;
using Plumbline.Planning.Operate;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline remediate ENVIRONMENT</c>: brings resources that do not comply to what modify and deployIfNotExists policies ask for.</summary>
internal static class RemediateCommand
{
    private static readonly SourceLocation At = new("plumbline remediate");

    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var environment = EnvironmentCommands.Argument();
        var options = new RemediateOptions();
        var command = new Command("remediate", "Change resources to what modify and deployIfNotExists policies ask for") { environment };
        options.AddTo(command);
        runner.SetAction(command, (context, parse, cancellationToken) => EnvironmentCommands.RunAsync(
            context,
            parse.GetRequiredValue(environment),
            operated => RunAsync(context, operated, options.Read(parse), cancellationToken),
            cancellationToken));
        return command;
    }

    /// <summary>Plans, checks and runs the remediations.</summary>
    internal static async Task<ExitCode> RunAsync(CommandContext context, DeploymentSession operated, RemediateRequest request, CancellationToken cancellationToken)
    {
        var read = await new DeployedPolicyReader(operated.Connection).ReadAsync(operated.Environment, cancellationToken).ConfigureAwait(false);
        if (read.Value is not { } deployed) return EnvironmentCommands.Fail(context, read.Failure, read.Diagnostics);
        var plan = RemediationPlanner.Plan(deployed, request.Choices, At);
        if (context.Console.Report([.. read.Diagnostics, .. plan.Diagnostics], context.Workspace.Read))
            return request.Choices.Policies.Unknown(deployed, At).Any() ? ExitCode.Usage : ExitCode.Findings;

        var remediator = new Remediator(operated.Connection);
        if (request.Cancels) return Done(context, operated, request, await remediator.CancelAsync(plan.Tasks, operated.At, cancellationToken).ConfigureAwait(false));
        if (!request.IgnoresRoles && context.Console.Report(await remediator.CheckRolesAsync(deployed, plan.Tasks, At, cancellationToken).ConfigureAwait(false), _ => null)) return ExitCode.Findings;
        if (request.IsDryRun) return DryRun(context, operated, request, plan.Tasks);

        var started = await remediator.StartAsync(plan.Tasks, operated.At, cancellationToken).ConfigureAwait(false);
        if (started.Value is null || !request.Waits) return Done(context, operated, request, started);
        var progress = new OperationProgress(context.Console, context.World.Time);
        var ended = await remediator.WaitAsync(started.Value, request.Limit, results => progress.Report(Progress(results)), operated.At, cancellationToken).ConfigureAwait(false);
        return Done(context, operated, request, ended with { Failure = started.Failure ?? ended.Failure, Diagnostics = [.. started.Diagnostics, .. ended.Diagnostics] });
    }

    private static ExitCode DryRun(CommandContext context, DeploymentSession operated, RemediateRequest request, ImmutableArray<RemediationTask> tasks)
    {
        Print(context, request, RemediationText.Of(tasks), stream => RemediationJson.Write(operated.Environment.Name, tasks, stream));
        return ExitCode.Success;
    }

    private static ExitCode Done(CommandContext context, DeploymentSession operated, RemediateRequest request, ArmOutcome<RemediationOutcome> outcome)
    {
        context.Console.Report(outcome.Diagnostics, context.Workspace.Read);
        if (outcome.Value is not { } value) return outcome.Failure is { } reason ? EnvironmentCommands.CodeOf(reason) : ExitCode.RemoteFailure;
        Print(context, request, RemediationText.Of(value.Results), stream => RemediationJson.Write(operated.Environment.Name, value.Results, stream));
        foreach (var result in value.Results.Where(result => result.HasFailed))
            context.Console.Report([DiagnosticCatalog.RemediationFailed(operated.At, result.Name, result.Failed, result.Total, result.Failures is [var first, ..] ? first.Text : result.Message ?? "no answer tells why")], _ => null);
        if (outcome.Failure is { } failure) return EnvironmentCommands.CodeOf(failure);
        if (request is { Waits: true, Cancels: false } && !value.HasEnded) return ExitCode.Incomplete;
        return value.HasFailed ? ExitCode.Findings : ExitCode.Success;
    }

    private static void Print(CommandContext context, RemediateRequest request, IEnumerable<string> lines, Action<Stream> json)
    {
        if (!request.IsJson)
        {
            foreach (var line in lines) context.Console.WriteLine(line);
            return;
        }

        using var buffer = new MemoryStream();
        json(buffer);
        context.Console.WriteRaw(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static string Progress(ImmutableArray<RemediationResult> results) => string.Create(
        CultureInfo.InvariantCulture,
        $"{results.Count(one => one.HasEnded)} of {results.Length} remediations have ended; {results.Sum(one => one.Successful)} resources changed, {results.Sum(one => one.Failed)} failed, of {results.Sum(one => one.Total)}");
}
