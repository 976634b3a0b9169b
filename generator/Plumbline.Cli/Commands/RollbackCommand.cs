using System.CommandLine;
using Plumbline.Cli.Deploying;

namespace Plumbline.Cli.Commands;

/// <summary><c>plumbline rollback PLAN</c>: undoes what a run of a plan did, as far as nobody has changed it since.</summary>
internal static class RollbackCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandRunner runner)
    {
        var target = PlanTarget.Argument();
        var options = new ApplyCommandOptions();
        var command = new Command("rollback", "Undo what the last run of a plan did, the last first") { target };
        options.AddTo(command);
        runner.SetAction(command, (context, parse, cancellationToken) => PlanTarget.RunAsync(
            context,
            parse.GetRequiredValue(target),
            async (session, given) =>
            {
                var request = options.Read(parse);
                if ((given ?? ApplyCommand.LastPlan(context, session)) is not { } plan) return ExitCode.Usage;
                var isApproved = request.Approval.Yes ? null : PlanApproval.Refusal(context, plan, request.Approval, session.At);
                return isApproved ?? await new ApplySession(context, session, request).RollbackAsync(plan, request.Journal, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken));
        return command;
    }
}
