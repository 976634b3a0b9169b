using Plumbline.Arm.Sending;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Applying;

/// <summary>Carries out one operation.</summary>
internal sealed class OperationRunner
{
    private readonly DeploymentPlan plan;
    private readonly RunState state;
    private readonly OperationWriter writer;
    private readonly RolePrincipals principals;

    /// <summary>A runner of a plan's operations.</summary>
    public OperationRunner(ArmSender sender, DeploymentPlan plan, RunJournal journal, RunState state)
    {
        (this.plan, this.state) = (plan, state);
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
        return write.Body is { } body && RoleOf(operation, body) is { } role ? await GiveAsync(write, role, cancellation) : await writer.WriteAsync(write, cancellation);
    }

    // An assignment that was deleted and is put back has another principal, and its roles have to be that one's.
    private RolePrincipal? RoleOf(PlanOperation operation, ObjectValue body)
    {
        if (operation.Principal is not null || operation.Kind != ArmObjectKind.RoleAssignment) return operation.Principal;
        var assignment = plan.Operations.FirstOrDefault(other => other.Kind == ArmObjectKind.PolicyAssignment && other.Body is null && other.DependsOn.Contains(operation.Op));
        return assignment is not null && body["properties"] is ObjectValue properties && properties["roleDefinitionId"] is TextValue role
            ? new(assignment.Id, null, role.Value, null, ArmScope.Of(operation.Id), [])
            : null;
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
