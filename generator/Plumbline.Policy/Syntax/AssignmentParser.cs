using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>Reads an assignment.</summary>
internal sealed class AssignmentParser(DocumentReader document)
{
    private const int MaximumNotScopes = 400;

    // Keys after the empty line are accepted and mean nothing to an evaluation.
    private static readonly string[] Known =
    [
        "displayName", "description", "policyDefinitionId", "definitionVersion", "scope", "notScopes", "parameters", "metadata", "enforcementMode",
        "nonComplianceMessages", "resourceSelectors", "overrides", "assignmentType", "instanceId",

        "latestDefinitionVersion", "effectiveDefinitionVersion", "selfServeExemptionSettings", "sku",
    ];

    public PolicyAssignment? Parse(JObject root)
    {
        var body = new ResourceBody(document, root, "an assignment", Known);
        var members = body.Members;
        var definition = members.RequiredText("policyDefinitionId");
        var selectors = new SelectorParser(document);
        var identity = Identity(members);
        if (body.IsWrapped && identity is { Type: not "None" } && members["location"] is null) document.Report(DiagnosticCatalog.IdentityWithoutLocation(members.Location));
        return new PolicyAssignment(
            body.Id,
            body.Name,
            body.Scope.Length > 0 ? body.Scope : members.Text("scope") ?? "",
            members.Text("displayName", 128),
            members.Text("description", 512),
            definition ?? "",
            members.Version("definitionVersion"),
            Parameters(members),
            members.Texts("notScopes", MaximumNotScopes),
            Mode(members),
            Messages(members),
            selectors.ResourceSelectors(members),
            selectors.Overrides(members),
            identity,
            members.Text("location"),
            members.Word("assignmentType", "NotSpecified", "System", "SystemHidden", "Custom"),
            members.Text("instanceId"),
            members.Object("metadata"),
            members.Location);
    }

    private static EnforcementMode Mode(ObjectMembers members) => members.Word("enforcementMode", "Default", "DoNotEnforce", "Enroll") switch
    {
        "DoNotEnforce" => EnforcementMode.DoNotEnforce,
        "Enroll" => EnforcementMode.Enroll,
        _ => EnforcementMode.Default,
    };

    private ImmutableArray<NonComplianceMessage> Messages(ObjectMembers members) => members.Objects("nonComplianceMessages", int.MaxValue, item =>
    {
        var message = new ObjectMembers(document, item, "a non-compliance message", "message", "policyDefinitionReferenceId");
        return message.RequiredText("message") is { } text ? new NonComplianceMessage(text, message.Text("policyDefinitionReferenceId"), message.Location) : null;
    });

    private AssignmentIdentity? Identity(ObjectMembers body)
    {
        if (body["identity"] is not { } token || document.Object(token, "'identity'") is not { } item) return null;
        var members = new ObjectMembers(document, item, "an identity", "type", "userAssignedIdentities", "principalId", "tenantId");
        var type = members["type"] is null ? members.RequiredText("type") : members.Word("type", "None", "SystemAssigned", "UserAssigned");
        return type is null ? null : new(type, [.. members.Object("userAssignedIdentities").Properties.Select(identity => identity.Key)]);
    }

    private ImmutableDictionary<string, PolicyValue> Parameters(ObjectMembers members)
    {
        var values = ImmutableDictionary.CreateBuilder<string, PolicyValue>(StringComparer.OrdinalIgnoreCase);
        if (members["parameters"] is not { } token || document.Object(token, "'parameters'") is not { } item) return values.ToImmutable();
        foreach (var parameter in document.Members(item).Values)
        {
            if (document.Object(parameter.Value, $"the value of parameter '{parameter.Name}'") is not { } given) continue;
            if (given.GetValue("value", StringComparison.OrdinalIgnoreCase) is { } value) values[parameter.Name] = PolicyValueReader.FromToken(value);
            else document.Report(DiagnosticCatalog.KeyMissing(document.At(given), $"parameter '{parameter.Name}'", "value"));
        }

        return values.ToImmutable();
    }
}
