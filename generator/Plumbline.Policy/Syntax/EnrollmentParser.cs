using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads an enrolment.</summary>
internal sealed class EnrollmentParser(DocumentReader document)
{
    private static readonly string[] Known =
    [
        "policyAssignmentId", "policyAssignmentInstanceId", "policyDefinitionReferenceIds", "displayName", "description", "metadata",
        "resourceSelectors", "assignmentScopeValidation",
    ];

    public PolicyEnrollment? Parse(JObject root)
    {
        var body = new ResourceBody(document, root, "an enrolment", Known);
        var members = body.Members;
        return new PolicyEnrollment(
            body.Id,
            body.Name,
            body.Scope,
            members.Text("displayName", 128),
            members.Text("description", 512),
            members.RequiredText("policyAssignmentId") ?? "",
            members.Text("policyAssignmentInstanceId"),
            members.Texts("policyDefinitionReferenceIds", int.MaxValue),
            new SelectorParser(document).ResourceSelectors(members),
            members.Word("assignmentScopeValidation", "Default", "DoNotValidate") != "DoNotValidate",
            members.Object("metadata"),
            members.Location);
    }
}
