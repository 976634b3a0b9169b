using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads an attestation.</summary>
internal sealed class AttestationParser(DocumentReader document)
{
    private static readonly string[] Known =
    [
        "policyAssignmentId", "policyDefinitionReferenceId", "complianceState", "expiresOn", "owner", "comments", "evidence", "assessmentDate", "metadata",
        "provisioningState", "lastComplianceStateChangeAt",
    ];

    public PolicyAttestation? Parse(JObject root)
    {
        var body = new ResourceBody(document, root, "an attestation", Known);
        var members = body.Members;
        members.Objects("evidence", int.MaxValue, item => new ObjectMembers(document, item, "a piece of evidence", "description", "sourceUri"));
        return new PolicyAttestation(
            body.Id,
            body.Name,
            body.Scope,
            members.RequiredText("policyAssignmentId") ?? "",
            members.Text("policyDefinitionReferenceId"),
            State(members),
            members.Time("expiresOn"),
            members.Time("assessmentDate"),
            members.Text("owner"),
            members.Text("comments"),
            members.Object("metadata"),
            members.Location);
    }

    private static AttestedState State(ObjectMembers members) => members.Word("complianceState", "Compliant", "NonCompliant", "Unknown") switch
    {
        "Compliant" => AttestedState.Compliant,
        "NonCompliant" => AttestedState.NonCompliant,
        _ => AttestedState.Unknown,
    };
}
