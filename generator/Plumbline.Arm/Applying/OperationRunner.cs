using Plumbline.Arm.Sending;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Plans;

namespace Plumbline.Arm.Applying;

/// <summary>Carries out one operation.</summary>
internal sealed class OperationRunner
{
    private readonly RunState state;
    private readonly OperationWriter writer;
    private readonly RolePrincipals principals;

    /// <summary>A runner of a plan's operations.</summary>
    public OperationRunner(ArmSender sender, DeploymentPlan plan, RunJournal journal, RunState state)
    {
        this.state = state;
        var client = new ObjectClient(sender);
        writer = new OperationWriter(sender, client, journal, state);
        principals = new RolePrincipals(sender, client, plan.Environment, journal);
    }

    /// <summary>Carries out an operation.</summary>
    public async Task<OperationEnd> RunAsync(PlanOperation operation, OperationStart start, CancellationToken cancellation)
    {
        // A flip of what the same plan has written expects that, not what the plan found.
        var write = new ObjectWrite(operation, start.Id, operation.Body, state.Left(start.Id) ?? Expectation.Of(operation.Precondition)) { MayBeDone = start.MayBeDone };
        if (operation.Principal is { } role && operation.Body is not null) return await GiveAsync(write, role, cancellation);
        return await writer.WriteAsync(write, cancellation);
    }

    /// <summary>Undoes an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="start">Where it stands.</param>
    /// <param name="expected">What has to be there.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<OperationEnd> UndoAsync(PlanOperation operation, OperationStart start, Expectation expected, CancellationToken cancellation)
    {
        var write = new ObjectWrite(operation, start.Id, operation.Inverse.Body, state.Left(start.Id) ?? expected)
        {
            MayBeDone = start.MayBeDone,
            Sending = JournalEventKind.Undoing,
            Finished = JournalEventKind.Undone,
        };
        if (operation.Principal is { } role && write.Body is not null) return await GiveAsync(write, role, cancellation);
        return await writer.WriteAsync(write, cancellation);
    }

    private async Task<OperationEnd> GiveAsync(ObjectWrite write, RolePrincipal role, CancellationToken cancellation)
    {
        try
        {
            var (id, body, problem) = await principals.ResolveAsync(write.Operation, role, write.Body ?? new([]), cancellation);
            return problem ?? await writer.WriteAsync(write with { Id = id, Body = body, MayBeDone = true }, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new OperationEnd.NotStarted();
        }
    }
}
