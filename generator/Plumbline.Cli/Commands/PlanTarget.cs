using System.CommandLine;
using Plumbline.Cli.Deploying;
using Plumbline.Cli.Environments;
using Plumbline.Planning.Plans;

namespace Plumbline.Cli.Commands;

/// <summary>What commands on plans are given: the file of a plan, or an environment.</summary>
internal static class PlanTarget
{
    /// <summary>The argument.</summary>
    public static Argument<string> Argument() => new("plan") { Description = "The file of a plan; or an environment of plumbline.yaml, or 'local' for the embedded emulator", DefaultValueFactory = _ => "local" };

    /// <summary>Reads the plan, opens a session with its environment, and runs <paramref name="action"/>; without a plan when an environment was given.</summary>
    public static Task<ExitCode> RunAsync(CommandContext context, string target, Func<DeploymentSession, DeploymentPlan?, Task<ExitCode>> action, CancellationToken cancellationToken)
    {
        if (!PlanInput.IsFile(target)) return EnvironmentCommands.RunAsync(context, target, session => action(session, null), cancellationToken);
        return PlanInput.Read(context, target) is { } plan
            ? EnvironmentCommands.RunAsync(context, plan.Environment.Name, session => PlanInput.IsFor(context, plan, session) ? action(session, plan) : Task.FromResult(ExitCode.Usage), cancellationToken)
            : Task.FromResult(ExitCode.InvalidInput);
    }
}
