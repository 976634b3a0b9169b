using Plumbline.Cli.Commands;
using Plumbline.Cli.Environments;
using Plumbline.Planning.Plans;

namespace Plumbline.Cli.Deploying;

/// <summary>Adds to a plan what it would mean for resources.</summary>
internal static class PlanImpacts
{
    /// <summary>The plan with its impact, and the id that goes with it.</summary>
    public static Task<(DeploymentPlan? Plan, ExitCode Code)> AddAsync(CommandContext context, DeploymentSession session, MadePlan made, ImpactRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<(DeploymentPlan?, ExitCode)>((made.Plan, ExitCode.Success));
}
