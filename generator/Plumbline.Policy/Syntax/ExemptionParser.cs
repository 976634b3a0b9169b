using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads an exemption.</summary>
internal sealed class ExemptionParser(DocumentReader document)
{
    private static readonly string[] Known =
    [
        "policyAssignmentId", "policyDefinitionReferenceIds", "exemptionCategory", "expiresOn", "displayName", "description", "metadata",
        "resourceSelectors", "assignmentScopeValidation", "exemptionManagementMode",
    ];

    public PolicyExemption? Parse(JObject root)
    {
        var body = new ResourceBody(document, root, "an exemption", Known);
        var members = body.Members;
        var category = members["exemptionCategory"] is null ? members.RequiredText("exemptionCategory") : members.Word("exemptionCategory", "Waiver", "Mitigated");
        members.Word("exemptionManagementMode", "Admin", "UserSelfServe");
        return new PolicyExemption(
            body.Id,
            body.Name,
            body.Scope,
            members.Text("displayName", 128),
            members.Text("description", 512),
            members.RequiredText("policyAssignmentId") ?? "",
            members.Texts("policyDefinitionReferenceIds", int.MaxValue),
            category == "Mitigated" ? ExemptionCategory.Mitigated : ExemptionCategory.Waiver,
            members.Time("expiresOn"),
            new SelectorParser(document).ResourceSelectors(members),
            members.Word("assignmentScopeValidation", "Default", "DoNotValidate") != "DoNotValidate",
            members.Object("metadata"),
            members.Location);
    }
}
