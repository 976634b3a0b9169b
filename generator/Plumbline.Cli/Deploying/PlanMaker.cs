using System.Collections.Immutable;
using Plumbline.Arm;
using Plumbline.Arm.Reading;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Deploying;

/// <summary>Reads an endpoint and plans.</summary>
internal static class PlanMaker
{
    /// <summary>The plan; null, with what stood in the way reported and its exit code, when there is none.</summary>
    public static async Task<(MadePlan? Made, ExitCode Code)> MakeAsync(CommandContext context, DeploymentSession session, PlanChoices choices, CancellationToken cancellationToken)
    {
        var (live, code) = await ReadAsync(context, session, cancellationToken).ConfigureAwait(false);
        if (live is null) return (null, code);

        var header = new PlanHeader(context.World.Time.GetUtcNow(), ToolVersion.Text.Replace(' ', '/'), GitCommit.Of(context.Workspace));
        var result = DeploymentPlanner.Plan(new PlanRequest(session.Environment, session.Documents, live, choices, header));
        context.Console.Report(result.Diagnostics, context.Workspace.Read);
        return result.Plan is null ? (null, ExitCode.InvalidInput) : (new MadePlan(result.Plan, live, result.Refusals), ExitCode.Success);
    }

    /// <summary>What is there; null, with what stood in the way reported and its exit code, when it cannot be read.</summary>
    public static async Task<(LiveState? Live, ExitCode Code)> ReadAsync(CommandContext context, DeploymentSession session, CancellationToken cancellationToken)
    {
        var reading = await new LiveStateReader(session.Connection).ReadAsync(DeploymentPlanner.Query(session.Environment, session.Documents), cancellationToken).ConfigureAwait(false);
        if (reading.State is { } live) return (live, ExitCode.Success);

        ImmutableArray<Diagnostic> problems = [.. reading.Failures.Select(failure => failure.ToDiagnostic(session.At))];
        context.Console.Report(problems, context.Workspace.Read);
        return (null, EnvironmentCommands.CodeOf(reading.Failures[0]));
    }
}
