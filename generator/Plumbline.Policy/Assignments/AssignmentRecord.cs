using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Assignments;

/// <summary>What one assigned policy says of one resource.</summary>
/// <param name="ResourceId">The resource, as its document spells it.</param>
/// <param name="Reason">Why there is a state, or none.</param>
/// <param name="Effect">The effect after parameters and overrides; empty when nothing was evaluated.</param>
/// <param name="Result">The engine's verdict; null when it was not asked.</param>
/// <param name="State">The compliance state; null when the policy does not apply.</param>
/// <param name="SubState">What the state would be without the exemption; null when there is none.</param>
/// <param name="IsEnforced">Whether the effect takes place: the enforcement mode is Default, or it is Enroll and the resource is enrolled; and it is not exempt.</param>
/// <param name="ExemptionIds">The exemptions that cover the resource and have not expired.</param>
/// <param name="EnrollmentIds">The enrolments that cover the resource, when the enforcement mode is Enroll.</param>
/// <param name="AttestationId">The attestation that gives the state, or null.</param>
/// <param name="Details">The effect's details after evaluation, or null.</param>
public sealed record AssignmentRecord(
    AssignedPolicy Policy,
    string ResourceId,
    RecordReason Reason,
    string Effect,
    EvaluationResult? Result,
    ComplianceState? State,
    ComplianceState? SubState,
    bool IsEnforced,
    ImmutableArray<string> ExemptionIds,
    ImmutableArray<string> EnrollmentIds,
    string? AttestationId,
    PolicyValue? Details)
{
    /// <summary>Whether the write of the resource is refused: a violated Deny, modify effects that contradict each other, or an evaluation that failed, which is an implicit deny.</summary>
    public bool IsDenied => IsEnforced && (State is ComplianceState.Error or ComplianceState.Conflict || (State == ComplianceState.NonCompliant && Effect == EffectNames.Deny));

    /// <summary>What people are told of the violation; null when there is none or nothing to tell.</summary>
    public string? NonComplianceMessage => State == ComplianceState.NonCompliant || IsDenied ? Policy.NonComplianceMessage : null;
}
