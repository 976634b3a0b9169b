using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Assignments;

/// <summary>What exempts, enrols and attests resources of one assignment.</summary>
internal sealed class AssignmentCoverage(PolicyAssignment assignment, PolicyEstate estate)
{
    private readonly ImmutableArray<PolicyExemption> exemptions =
        [.. estate.Exemptions.Where(item => ScopeContainment.IsSame(item.PolicyAssignmentId, assignment.Id)).OrderBy(item => item.Id, StringComparer.Ordinal)];

    private readonly ImmutableArray<PolicyEnrollment> enrollments =
        [.. estate.Enrollments.Where(item => IsFor(item, assignment)).OrderBy(item => item.Id, StringComparer.Ordinal)];

    // The one to be believed first: for the member before for all, the newest before older ones.
    private readonly ImmutableArray<PolicyAttestation> attestations =
    [
        .. estate.Attestations
            .Where(item => ScopeContainment.IsSame(item.PolicyAssignmentId, assignment.Id))
            .OrderBy(item => item.ReferenceId is null)
            .ThenByDescending(item => item.AssessmentDate)
            .ThenBy(item => item.Id, StringComparer.Ordinal),
    ];

    /// <summary>The ids of the exemptions that cover a policy on a resource now.</summary>
    public ImmutableArray<string> Exemptions(AssignedPolicy policy, EvaluatedResource resource) =>
    [
        .. exemptions
            .Where(item => IsInForce(item.ExpiresOn, resource) && Covers(item.Scope, item.ReferenceIds, item.ResourceSelectors, policy, resource))
            .Select(item => item.Id),
    ];

    /// <summary>The ids of the enrolments that cover a policy on a resource; none unless the assignment asks for enrolment.</summary>
    public ImmutableArray<string> Enrollments(AssignedPolicy policy, EvaluatedResource resource) =>
        [.. enrollments.Where(item => Covers(item.Scope, item.ReferenceIds, item.ResourceSelectors, policy, resource)).Select(item => item.Id)];

    /// <summary>The attestation of a policy for a resource that is in force; null when there is none.</summary>
    public PolicyAttestation? Attestation(AssignedPolicy policy, EvaluatedResource resource) => attestations.FirstOrDefault(item =>
        IsInForce(item.ExpiresOn, resource)
        && ScopeContainment.IsSame(item.Scope, resource.Id)
        && (item.ReferenceId is null || string.Equals(item.ReferenceId, policy.ReferenceId, StringComparison.OrdinalIgnoreCase)));

    private static bool IsFor(PolicyEnrollment item, PolicyAssignment assignment) =>
        assignment.EnforcementMode == EnforcementMode.Enroll
        && ScopeContainment.IsSame(item.PolicyAssignmentId, assignment.Id)
        && (item.PolicyAssignmentInstanceId is null || assignment.InstanceId is null
            || string.Equals(item.PolicyAssignmentInstanceId, assignment.InstanceId, StringComparison.OrdinalIgnoreCase));

    // What expires on a moment is not in force in that moment any more.
    private static bool IsInForce(DateTimeOffset? expiresOn, EvaluatedResource resource) => expiresOn is null || resource.Context.UtcNow < expiresOn;

    private bool Covers(
        string scope, ImmutableArray<string> referenceIds, ImmutableArray<ResourceSelector> selectors, AssignedPolicy policy, EvaluatedResource resource) =>
        (referenceIds.IsEmpty || (policy.ReferenceId is { } reference && referenceIds.Contains(reference, StringComparer.OrdinalIgnoreCase)))
        && ScopeContainment.Contains(scope, resource.Id, estate.ManagementGroups)
        && SelectorMatch.Any(selectors, resource);
}
