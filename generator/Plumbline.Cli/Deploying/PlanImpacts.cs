using Plumbline.Arm.Operations;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Impact;
using Plumbline.Planning.Files;
using Plumbline.Planning.Plans;

namespace Plumbline.Cli.Deploying;

/// <summary>Adds to a plan what it would mean for resources.</summary>
internal static class PlanImpacts
{
    /// <summary>The plan with its impact, and the id that goes with it; null, with what stood in the way reported and its exit code, when the resources cannot be read.</summary>
    public static async Task<(DeploymentPlan? Plan, ExitCode Code)> AddAsync(CommandContext context, DeploymentSession session, MadePlan made, ImpactRequest request, CancellationToken cancellationToken)
    {
        if (request.IsEmpty) return (made.Plan, ExitCode.Success);
        var question = new ImpactQuestion(context.Folder, made.Plan, made.Live, session.Documents, request.Paths, context.World.Time.GetUtcNow());
        if (request.ResourceGraph)
        {
            var (resources, failure, remarks) = await new LiveInventory(session.Connection).ReadAsync(session.Environment, cancellationToken).ConfigureAwait(false);
            context.Console.Report(remarks, context.Workspace.Read);
            if (failure is not null) return (null, EnvironmentCommands.CodeOf(failure));
            question = question with { Inventory = new ImpactInventory("the resources of the environment", resources) };
        }

        var result = await ImpactRun.ComputeAsync(question, cancellationToken).ConfigureAwait(false);
        var isBroken = context.Console.Report(result.Diagnostics, context.Workspace.Read);
        return isBroken || result.Impact is null ? (null, ExitCode.InvalidInput) : (PlanFile.WithId(made.Plan with { Impact = result.Impact }), ExitCode.Success);
    }
}
