using System.CommandLine;
using Plumbline.Cli.Deploying;
using Plumbline.Cli.Environments;
using Plumbline.Cli.Rendering;
using Plumbline.Planning.Files;
using Plumbline.Planning.Operations;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline apply PLAN</c>: does what a plan says, or plans, asks and does it. A second time changes nothing.</summary>
internal static class ApplyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var target = PlanTarget.Argument();
        var options = new ApplyCommandOptions();
        var resume = new Option<bool>("--resume") { Description = "Go on with the last run of the plan, or with that of --journal" };
        var command = new Command("apply", "Do what a plan says; with an environment, plan, ask and do it") { target, resume };
        options.AddTo(command);
        runner.SetAction(command, (context, parse, cancellationToken) => PlanTarget.RunAsync(
            context,
            parse.GetRequiredValue(target),
            (session, plan) => parse.GetValue(resume)
                ? ResumeAsync(context, session, plan, options.Read(parse), cancellationToken)
                : RunAsync(context, session, plan, options.Read(parse), cancellationToken),
            cancellationToken));
        return command;
    }

    /// <summary>Applies a plan, or makes one and applies it.</summary>
    internal static async Task<ExitCode> RunAsync(CommandContext context, DeploymentSession session, DeploymentPlan? plan, ApplyRequest request, CancellationToken cancellationToken)
    {
        if (plan is null)
        {
            var (made, code) = await PlanMaker.MakeAsync(context, session, PlanChoices.None, cancellationToken).ConfigureAwait(false);
            if (made is null) return code;
            context.Console.Report(made.Refusals, context.Workspace.Read);
            plan = made.Plan;
            PlanRenderer.Print(context.Console, plan);
        }

        return await ApprovedAsync(context, session, plan, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Applies a plan that was shown, if no guard refuses it and somebody approves.</summary>
    internal static async Task<ExitCode> ApprovedAsync(CommandContext context, DeploymentSession session, DeploymentPlan plan, ApplyRequest request, CancellationToken cancellationToken)
    {
        if (!plan.Refusals.IsEmpty)
        {
            context.Console.Report([.. plan.Refusals.Select(refusal => DiagnosticCatalog.PlanRefused(session.At, refusal.Code, refusal.Message))], context.Workspace.Read);
            return ExitCode.Findings;
        }

        if (!plan.HasChanges) return ExitCode.Success;
        var isLocal = session.Environment.Name == EnvironmentLoader.Local;
        if (!isLocal && PlanApproval.Refusal(context, plan, request.Approval, session.At) is { } refusal) return refusal;
        return await new ApplySession(context, session, request).ApplyAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ExitCode> ResumeAsync(CommandContext context, DeploymentSession session, DeploymentPlan? plan, ApplyRequest request, CancellationToken cancellationToken)
    {
        plan ??= LastPlan(context, session);
        return plan is null ? ExitCode.Usage : await new ApplySession(context, session, request).ResumeAsync(plan, request.Journal, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The last plan that was applied to the environment; null, with that reported, when there is none.</summary>
    internal static DeploymentPlan? LastPlan(CommandContext context, DeploymentSession session)
    {
        var (source, path) = new PlanRuns(context.Workspace).LastPlan(session.Environment.Name);
        var read = source is null ? new ParseResult<DeploymentPlan>(null, [DiagnosticCatalog.JournalMissing(session.At, path)]) : PlanFile.Read(source);
        context.Console.Report(read.Diagnostics, context.Workspace.Read);
        return read.Value;
    }
}
