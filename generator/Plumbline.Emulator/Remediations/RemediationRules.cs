using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Remediations;

/// <summary>What the service checks when a remediation is PUT.</summary>
internal sealed class RemediationRules(RemediatedPolicy policies)
{
    /// <summary>The refusal, or null.</summary>
    public ArmError? Validate(ArmState state, StoredResource remediation, DateTimeOffset now)
    {
        var name = remediation.Id.Name;
        var (request, problem) = RemediationRequest.Parse(remediation);
        if (request is null || remediation.Id.Parent is not { } scope) return RemediationErrors.Invalid(name, problem ?? "It has no scope.");
        if (state.Find(request.AssignmentId) is not { } assignment || !assignment.Id.Is(ResourceTypes.PolicyAssignment))
            return AuthoringErrors.AssignmentNotFound(request.AssignmentId[(request.AssignmentId.LastIndexOf('/') + 1)..]);
        if (scope.Is(ResourceTypes.ManagementGroup) && request.DiscoveryMode == RemediationTypes.ReEvaluateCompliance)
            return RemediationErrors.Invalid(name, $"The resource discovery mode '{request.DiscoveryMode}' is not supported at the scope of a management group.");
        if (!Overlap(state, assignment.Id.Parent, scope))
            return RemediationErrors.Invalid(name, $"The scope '{scope.Text}' of the remediation is not within the scope of the policy assignment '{assignment.Id.Text}'.");
        if (OutsideOf(state, scope, request) is { } outside)
            return RemediationErrors.Invalid(name, $"The resource '{outside}' of the filter is not within the scope '{scope.Text}' of the remediation.");
        return policies.Members(state, assignment.Id.Text, scope, now) is { } members
            ? Member(name, assignment, members, request, now)
            : RemediationErrors.Invalid(name, $"The policy assignment '{assignment.Id.Text}' cannot be evaluated.");
    }

    private static ArmError? Member(string name, StoredResource assignment, ImmutableArray<AssignedPolicy> members, RemediationRequest request, DateTimeOffset now)
    {
        var isSet = members.Any(member => member.Reference is not null);
        if (isSet && request.ReferenceId is null)
            return RemediationErrors.Invalid(name, $"The policy definition reference ID must be specified, because the policy assignment '{assignment.Id.Text}' assigns a policy set definition.");
        var member = members.FirstOrDefault(item => !isSet || string.Equals(item.ReferenceId, request.ReferenceId, StringComparison.OrdinalIgnoreCase));
        if (member is null)
            return RemediationErrors.Invalid(name, $"The policy definition reference ID '{request.ReferenceId}' could not be found in the policy set definition of the policy assignment '{assignment.Id.Text}'.");
        if (!isSet && request.ReferenceId is not null)
            return RemediationErrors.Invalid(name, $"The policy definition reference ID '{request.ReferenceId}' must not be specified, because the policy assignment '{assignment.Id.Text}' assigns a policy definition.");
        var effect = RemediatedPolicy.EffectOf(member, now);
        return effect is EffectNames.DeployIfNotExists or EffectNames.Modify
            ? null
            : RemediationErrors.Invalid(name, $"The policy definition '{member.DefinitionId}' has the effect '{effect}'. Only policies with the effects 'deployIfNotExists' and 'modify' can be remediated.");
    }

    private static bool Overlap(ArmState state, ResourceId? assigned, ResourceId scope) =>
        assigned is null || ScopeTree.Of(state).Contains(assigned, scope) || ScopeTree.Of(state).Contains(scope, assigned);

    private static string? OutsideOf(ArmState state, ResourceId scope, RemediationRequest request) =>
        request.ResourceIds.FirstOrDefault(id => ResourceId.TryParse(id) is not { } given || !ScopeTree.Of(state).Contains(scope, given));
}
