using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Remediations;

/// <summary>What the service checks when an attestation is PUT: it is for a <c>manual</c> policy of an assignment that reaches the scope.</summary>
internal sealed class AttestationRules(RemediatedPolicy policies)
{
    /// <summary>The refusal, or null.</summary>
    public ArmError? Validate(ArmState state, StoredResource attestation, DateTimeOffset now)
    {
        var name = attestation.Id.Name;
        var parsed = ParsedPolicies.Attestation(attestation);
        if (ParsedPolicies.Problems(parsed.Diagnostics) is { Length: > 0 } problems) return AttestationErrors.Invalid(name, problems + ".");
        if (parsed.Value is not { } given || attestation.Id.Parent is not { } scope) return AttestationErrors.Invalid(name, "It cannot be read.");
        if (state.Find(given.PolicyAssignmentId) is not { } assignment || !assignment.Id.Is(ResourceTypes.PolicyAssignment))
            return AuthoringErrors.AssignmentNotFound(given.PolicyAssignmentId[(given.PolicyAssignmentId.LastIndexOf('/') + 1)..]);
        if (given.ExpiresOn is { } end && end <= now) return AttestationErrors.Invalid(name, "The property 'expiresOn' must be in the future.");
        if (assignment.Id.Parent is { } assigned && !ScopeTree.Of(state).Contains(assigned, scope))
            return AttestationErrors.Invalid(name, $"The resource '{scope.Text}' is not within the scope of the policy assignment '{assignment.Id.Text}'.");
        return Member(state, name, assignment, scope, given.ReferenceId, now);
    }

    private ArmError? Member(ArmState state, string name, StoredResource assignment, ResourceId scope, string? referenceId, DateTimeOffset now)
    {
        if (policies.Members(state, assignment.Id.Text, scope, now) is not { } members) return AttestationErrors.Invalid(name, $"The policy assignment '{assignment.Id.Text}' cannot be evaluated.");

        // Without a reference id the attestation is about all members of the initiative.
        var meant = members.Where(member => referenceId is null || string.Equals(member.ReferenceId, referenceId, StringComparison.OrdinalIgnoreCase)).ToList();
        if (meant.Count == 0) return AttestationErrors.Invalid(name, $"The policy definition reference ID '{referenceId}' could not be found in the policy set definition of the policy assignment '{assignment.Id.Text}'.");
        return meant.Any(member => RemediatedPolicy.EffectOf(member, now) == EffectNames.Manual)
            ? null
            : AttestationErrors.Invalid(name, $"The policy definition '{meant[0].DefinitionId}' has the effect '{RemediatedPolicy.EffectOf(meant[0], now)}'. Only policies with the effect 'manual' can be attested.");
    }
}
