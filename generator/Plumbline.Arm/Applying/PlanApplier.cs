using Plumbline.Arm.Sending;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;

namespace Plumbline.Arm.Applying;

/// <summary>
/// Carries out plans. What adds comes first, in parallel as dependencies allow; what deletes comes last, and only when everything before is done. A failure blocks what depends
/// on it and nothing else. Nothing is written over what the plan has not seen, and every request is in the journal before it leaves.
/// </summary>
public sealed class PlanApplier(ArmConnection connection)
{
    /// <summary>Applies a plan, or goes on with an earlier run of it.</summary>
    /// <param name="plan">The plan; its operations are in an order in which they can be done.</param>
    /// <param name="options">Lanes, the journal of an earlier run, limits.</param>
    /// <param name="journal">Where to note what is done: the file of <see cref="ApplyOptions.Earlier"/>, when going on.</param>
    /// <param name="progress">Told what happens, from any thread; or null.</param>
    /// <param name="cancellation">Ends the starting of operations; what is under way is finished, and the result tells how far it came.</param>
    /// <exception cref="OperationCanceledException">Cancelled before anything was written.</exception>
    /// <exception cref="IOException">The journal could not be written before anything was sent, or at the very end.</exception>
    public async Task<ApplyResult> ApplyAsync(DeploymentPlan plan, ApplyOptions options, IJournal journal, IProgress<ApplyProgress>? progress, CancellationToken cancellation)
    {
        using var sender = SenderFor(options);
        return await new ApplyRun(sender, plan, options, new RunJournal(journal, progress, connection.Timing.Time), cancellation).RunAsync();
    }

    /// <summary>Undoes what a run did, the last first. An object that is not as the run left it is not touched.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">Lanes, the journal of the run, limits.</param>
    /// <param name="journal">Where to note what is undone: the file of <see cref="ApplyOptions.Earlier"/>.</param>
    /// <param name="progress">Told what happens, from any thread; or null.</param>
    /// <param name="cancellation">Ends the starting of operations.</param>
    /// <exception cref="OperationCanceledException">Cancelled before anything was written.</exception>
    /// <exception cref="IOException">The journal could not be written before anything was sent, or at the very end.</exception>
    public async Task<ApplyResult> RollbackAsync(DeploymentPlan plan, ApplyOptions options, IJournal journal, IProgress<ApplyProgress>? progress, CancellationToken cancellation)
    {
        using var sender = SenderFor(options);
        return await new RollbackRun(sender, plan, options, new RunJournal(journal, progress, connection.Timing.Time), cancellation).RunAsync();
    }

    private ArmSender SenderFor(ApplyOptions options) =>
        new(connection, options.Limits, options.Rules ?? (connection.Endpoint.IsLoopback ? RetryRules.Local : RetryRules.Cloud));
}
