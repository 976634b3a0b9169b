using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Effects;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Enforcement;

/// <summary>A deployment of a deployIfNotExists policy that a write calls for. When its turn comes the policy is asked again, so that nothing is deployed twice.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="DefinitionId">The definition.</param>
/// <param name="ReferenceId">The member of the initiative; null without one.</param>
/// <param name="Resource">The resource that was written.</param>
/// <param name="Delay">How long Azure would wait first.</param>
internal sealed record PendingDeployment(string AssignmentId, string DefinitionId, string? ReferenceId, ResourceId Resource, EvaluationDelay Delay)
{
    /// <summary>The deployment that a record calls for; null when it calls for none. No provisioning fails here, so what waits for a failure is never deployed.</summary>
    public static PendingDeployment? Of(AssignmentRecord record, ResourceId resource)
    {
        if (record is not { Effect: EffectNames.DeployIfNotExists, State: ComplianceState.NonCompliant, IsEnforced: true }) return null;
        var (request, _) = DeploymentRequest.Of(record);
        var delay = request?.Delay ?? EvaluationDelay.Default;
        return delay.After == ProvisioningEnd.AfterProvisioningFailure ? null : new(record.Policy.Assignment.Id, record.Policy.DefinitionId, record.Policy.ReferenceId, resource, delay);
    }

    /// <summary>Whether a record is one of the policy that this is about.</summary>
    public bool IsOf(AssignmentRecord record) =>
        ScopeContainment.IsSame(record.Policy.Assignment.Id, AssignmentId)
        && ScopeContainment.IsSame(record.Policy.DefinitionId, DefinitionId)
        && string.Equals(record.Policy.ReferenceId, ReferenceId, StringComparison.OrdinalIgnoreCase);
}
