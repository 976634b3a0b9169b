using System.Collections.Immutable;
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
        return state.Find(assignment)?.Id.Is(ResourceTypes.PolicyAssignment) == true
            ? null
            : AuthoringErrors.AssignmentNotFound(assignment[(assignment.LastIndexOf('/') + 1)..]);
    }

    private static ImmutableArray<Diagnostic> Diagnostics(StoredResource candidate) => candidate switch
    {
        _ when candidate.Id.Is(ResourceTypes.PolicyExemption) => ParsedPolicies.Exemption(candidate).Diagnostics,
        _ when candidate.Id.Is(ResourceTypes.PolicyEnrollment) => ParsedPolicies.Enrollment(candidate).Diagnostics,
        _ => ParsedPolicies.Attestation(candidate).Diagnostics,
    };
}
