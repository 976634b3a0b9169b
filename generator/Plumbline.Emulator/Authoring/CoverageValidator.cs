using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Emulator.Authoring;

/// <summary>What the service checks when an exemption, an enrolment or an attestation is PUT.</summary>
internal static class CoverageValidator
{
    /// <summary>The refusal, or null.</summary>
    public static ArmError? Validate(ArmState state, StoredResource candidate)
    {
        if (ParsedPolicies.Problems(Diagnostics(candidate)) is { Length: > 0 } problems)
            return AuthoringErrors.InvalidCoverage(candidate.Id.Type[(candidate.Id.Type.IndexOf('/', StringComparison.Ordinal) + 1)..], problems);
        var assignment = candidate.PropertyText("policyAssignmentId") ?? string.Empty;
        return state.Find(assignment) is { } stored && stored.Id.Is(ResourceTypes.PolicyAssignment)
            ? Scope(state, candidate, stored) ?? References(state, candidate, stored)
            : AuthoringErrors.AssignmentNotFound(assignment[(assignment.LastIndexOf('/') + 1)..]);
    }

    private static ArmError? Scope(ArmState state, StoredResource candidate, StoredResource assignment)
    {
        if (string.Equals(candidate.PropertyText("assignmentScopeValidation"), "DoNotValidate", StringComparison.OrdinalIgnoreCase)) return null;
        return candidate.Id.Parent is { } scope && assignment.Id.Parent is { } assigned && !ScopeTree.Of(state).Contains(assigned, scope)
            ? AuthoringErrors.InvalidCreate(candidate.Id, $"The scope '{scope.Text}' is not within the scope '{assigned.Text}' of the policy assignment '{assignment.Id.Text}'.")
            : null;
    }

    private static ArmError? References(ArmState state, StoredResource candidate, StoredResource assignment)
    {
        if (candidate.Property("policyDefinitionReferenceIds") is not { ValueKind: JsonValueKind.Array } given || given.GetArrayLength() == 0) return null;
        var assigned = PolicyVersions.Choose(state, assignment.PropertyText("policyDefinitionId") ?? string.Empty, assignment.PropertyText("definitionVersion"));
        var isSet = assigned is not null && (assigned.Id.Is(ResourceTypes.PolicySetDefinition) || assigned.Id.Is(ResourceTypes.PolicySetDefinitionVersion));
        var known = (isSet && assigned is not null ? ParsedPolicies.SetDefinition(assigned).Value?.References : null) ?? [];
        var unknown = given.EnumerateArray().Select(item => item.GetString()).Where(item => !known.Any(member => string.Equals(member.ReferenceId, item, StringComparison.OrdinalIgnoreCase))).ToList();
        return unknown.Count == 0 ? null : AuthoringErrors.InvalidCreate(
            candidate.Id, $"The policy definition reference IDs '{string.Join(", ", unknown)}' do not exist in the policy set definition of the policy assignment '{assignment.Id.Text}'.");
    }

    private static ImmutableArray<Diagnostic> Diagnostics(StoredResource candidate) => candidate switch
    {
        _ when candidate.Id.Is(ResourceTypes.PolicyExemption) => ParsedPolicies.Exemption(candidate).Diagnostics,
        _ when candidate.Id.Is(ResourceTypes.PolicyEnrollment) => ParsedPolicies.Enrollment(candidate).Diagnostics,
        _ => ParsedPolicies.Attestation(candidate).Diagnostics,
    };
}
