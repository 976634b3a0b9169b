using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>A deployment that a policy makes.</summary>
/// <param name="Scope">The resource group or subscription that is deployed to.</param>
/// <param name="Name">The name of the deployment.</param>
/// <param name="Template">The ARM template.</param>
/// <param name="Parameters">Its parameters: <c>{ name: { value } }</c>.</param>
/// <param name="Mode"><c>Incremental</c> or <c>Complete</c>.</param>
/// <param name="Location">Where a deployment to a subscription keeps its data; null for a resource group.</param>
/// <param name="Principal">The identity of the assignment, which deploys.</param>
/// <param name="CorrelationId">Ties it to the remediation or the write that it belongs to.</param>
internal sealed record PolicyDeployment(
    ResourceId Scope, string Name, ObjectValue Template, ObjectValue Parameters, string Mode, string? Location, Caller Principal, Guid CorrelationId)
{
    /// <summary>The policy that deploys, and why; null when nobody wants to know.</summary>
    public AssignmentRecord? Record { get; init; }
}
