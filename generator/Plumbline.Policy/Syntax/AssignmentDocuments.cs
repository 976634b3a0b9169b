using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>
/// Reads what binds policies to scopes, as resource documents (<c>{id, name, properties}</c>) or bare properties. Every run reports all errors of the
/// document; keywords are read without regard to case, and keys that are not known are remarked on (PLB2100).
/// </summary>
public static class AssignmentDocuments
{
    /// <summary>Reads an assignment (<c>Microsoft.Authorization/policyAssignments</c>).</summary>
    public static ParseResult<PolicyAssignment> ParseAssignment(SourceText source) =>
        PolicyParser.Parse(source, (document, root) => new AssignmentParser(document).Parse(root));

    /// <summary>Reads an exemption (<c>Microsoft.Authorization/policyExemptions</c>).</summary>
    public static ParseResult<PolicyExemption> ParseExemption(SourceText source) =>
        PolicyParser.Parse(source, (document, root) => new ExemptionParser(document).Parse(root));

    /// <summary>Reads an enrolment (<c>Microsoft.Authorization/policyEnrollments</c>).</summary>
    public static ParseResult<PolicyEnrollment> ParseEnrollment(SourceText source) =>
        PolicyParser.Parse(source, (document, root) => new EnrollmentParser(document).Parse(root));

    /// <summary>Reads an attestation (<c>Microsoft.PolicyInsights/attestations</c>).</summary>
    public static ParseResult<PolicyAttestation> ParseAttestation(SourceText source) =>
        PolicyParser.Parse(source, (document, root) => new AttestationParser(document).Parse(root));
}
