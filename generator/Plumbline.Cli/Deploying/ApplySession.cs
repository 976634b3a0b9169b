using System.Collections.Immutable;
using Plumbline.Arm.Applying;
using Plumbline.Cli.Applying;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Environments;
using Plumbline.Planning.Files;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Deploying;

/// <summary>Applies a plan that was approved, goes on with a run, or undoes one; prints how it goes and how it ended.</summary>
internal sealed class ApplySession(CommandContext context, DeploymentSession session, ApplyRequest request)
{
    private readonly PlanRuns runs = new(context.Workspace);

    /// <summary>Begins a run.</summary>
    public async Task<ExitCode> ApplyAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        if (runs.LastJournal(plan) is { } earlier) context.Console.Note($"This plan was applied before: {earlier}. To go on with that run: plumbline apply {plan.Environment.Name} --resume");
        var (journal, path) = runs.Begin(plan);
        using (journal) return await RunAsync(plan, journal, path, [], rollback: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with the last run of the plan, or with the one of a journal.</summary>
    public Task<ExitCode> ResumeAsync(DeploymentPlan plan, string? journalPath, CancellationToken cancellationToken) => ContinueAsync(plan, journalPath, rollback: false, cancellationToken);

    /// <summary>Undoes the last run of the plan, or the one of a journal.</summary>
    public Task<ExitCode> RollbackAsync(DeploymentPlan plan, string? journalPath, CancellationToken cancellationToken) => ContinueAsync(plan, journalPath, rollback: true, cancellationToken);

    private async Task<ExitCode> ContinueAsync(DeploymentPlan plan, string? journalPath, bool rollback, CancellationToken cancellationToken)
    {
        var path = journalPath ?? runs.LastJournal(plan);
        if (path is null || context.Workspace.Read(path) is not { } source)
        {
            context.Console.Report([DiagnosticCatalog.JournalMissing(session.At, plan.PlanId)], _ => null);
            return ExitCode.Usage;
        }

        var read = JournalFile.Read(source);
        context.Console.Report(read.Diagnostics, context.Workspace.Read);
        if (read.Value is not { } earlier) return ExitCode.InvalidInput;

        using var journal = FileJournal.Continue(context.Workspace.PathOf(path));
        return await RunAsync(plan, journal, path, earlier.Events, rollback, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ExitCode> RunAsync(DeploymentPlan plan, FileJournal journal, string path, ImmutableArray<JournalEvent> earlier, bool rollback, CancellationToken cancellationToken)
    {
        var applier = new PlanApplier(session.Connection);
        var options = new ApplyOptions { Lanes = request.Lanes, Earlier = earlier, JournalName = path };
        var progress = new ApplyProgressPrinter(context.Console, context.World.Time, plan.Operations.Length, context.World.IsInteractive);
        var result = rollback
            ? await applier.RollbackAsync(plan, options, journal, progress, cancellationToken).ConfigureAwait(false)
            : await applier.ApplyAsync(plan, options, journal, progress, cancellationToken).ConfigureAwait(false);
        var events = context.Workspace.Read(path) is { } source && JournalFile.Read(source).Value is { } written ? written.Events : earlier;
        ApplyReport.Print(context, plan, result, (events, path), rollback);
        ApplyReport.Write(context, plan, (events, path), request.Files);
        return ApplyExitCode.Of(result);
    }
}
