using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;
using static Plumbline.Planning.Comparison.NormalForms;

namespace Plumbline.Planning.Comparison;

/// <summary>
/// Brings an object into the form in which two of them can be compared: only what a deployment owns, defaults written out, empty and null as absent,
/// sets in order. What a rule or a default value says is never touched.
/// </summary>
internal static class Normalisation
{
    /// <summary>The comparable form of a whole document.</summary>
    public static ObjectValue Of(ArmObjectKind kind, ObjectValue document)
    {
        var properties = document["properties"] as ObjectValue ?? new ObjectValue([]);
        return kind switch
        {
            ArmObjectKind.PolicyDefinition => Build(("properties", Definition(properties))),
            ArmObjectKind.PolicySetDefinition => Build(("properties", SetDefinition(properties))),
            ArmObjectKind.PolicyAssignment => Assignment(document, properties),
            ArmObjectKind.RoleAssignment => Build(("properties", RoleAssignment(properties))),
            _ => Build(("properties", Exemption(properties))),
        };
    }

    private static ObjectValue Definition(ObjectValue properties) => Build(
        ("displayName", Text(properties["displayName"])),
        ("description", Text(properties["description"])),
        ("mode", Word(properties["mode"], "Indexed", "All")),
        ("metadata", Metadata(properties["metadata"])),
        ("version", properties["version"]),
        ("parameters", Declarations(properties["parameters"])),
        ("policyRule", properties["policyRule"]),
        ("externalEvaluationEnforcementSettings", NotEmpty(properties["externalEvaluationEnforcementSettings"])));

    private static ObjectValue SetDefinition(ObjectValue properties) => Build(
        ("displayName", Text(properties["displayName"])),
        ("description", Text(properties["description"])),
        ("metadata", Metadata(properties["metadata"])),
        ("version", properties["version"]),
        ("parameters", Declarations(properties["parameters"])),
        ("policyDefinitionGroups", Each(properties["policyDefinitionGroups"], Pruned)),
        ("policyDefinitions", Each(properties["policyDefinitions"], Member)));

    // A location without an identity means nothing (the service writes 'global' there).
    private static ObjectValue Assignment(ObjectValue document, ObjectValue properties)
    {
        var identity = Identity(document["identity"]);
        return Build(
            ("location", identity is UndefinedValue ? UndefinedValue.Instance : Region(document["location"])),
            ("identity", identity),
            ("properties", Build(
                ("displayName", Text(properties["displayName"])),
                ("description", Text(properties["description"])),
                ("policyDefinitionId", properties["policyDefinitionId"]),
                ("definitionVersion", properties["definitionVersion"]),
                ("enforcementMode", Word(properties["enforcementMode"], "Default", "DoNotEnforce", "Enroll")),
                ("notScopes", Ids(properties["notScopes"])),
                ("metadata", Metadata(properties["metadata"])),
                ("parameters", NotEmpty(properties["parameters"])),
                ("overrides", Each(properties["overrides"], Chooser)),
                ("resourceSelectors", Each(properties["resourceSelectors"], Chooser)),
                ("nonComplianceMessages", Each(properties["nonComplianceMessages"], Pruned)))));
    }

    private static ObjectValue RoleAssignment(ObjectValue properties) => Build(
        ("roleDefinitionId", RoleGuid(properties["roleDefinitionId"])),
        ("principalId", Lower(properties["principalId"])));

    private static ObjectValue Exemption(ObjectValue properties) => Build(
        ("displayName", Text(properties["displayName"])),
        ("description", Text(properties["description"])),
        ("policyAssignmentId", properties["policyAssignmentId"]),
        ("policyDefinitionReferenceIds", Ids(properties["policyDefinitionReferenceIds"])),
        ("exemptionCategory", Word(properties["exemptionCategory"], "Waiver", "Mitigated")),
        ("expiresOn", Instant(properties["expiresOn"])),
        ("assignmentScopeValidation", Word(properties["assignmentScopeValidation"], "Default", "DoNotValidate")),
        ("resourceSelectors", Each(properties["resourceSelectors"], Chooser)),
        ("metadata", Metadata(properties["metadata"])));

    // A repeated reference id would be two members under one key; ARM refuses that document.
    private static ObjectValue Member(ObjectValue member) => Build(
        ("policyDefinitionReferenceId", member["policyDefinitionReferenceId"]),
        ("policyDefinitionId", member["policyDefinitionId"]),
        ("definitionVersion", member["definitionVersion"]),
        ("parameters", NotEmpty(member["parameters"])),
        ("groupNames", Sorted(member["groupNames"])));

    private static ObjectValue Chooser(ObjectValue chooser) => Build(
        ("name", chooser["name"]),
        ("kind", Word(chooser["kind"], "policyEffect", "definitionVersion")),
        ("value", chooser["value"]),
        ("selectors", Each(chooser["selectors"], Selector)));

    private static ObjectValue Selector(ObjectValue selector) => Build(
        ("kind", Canonical(selector["kind"], SelectorKinds)),
        ("in", Sorted(selector["in"])),
        ("notIn", Sorted(selector["notIn"])));

    private static readonly ImmutableArray<string> SelectorKinds =
        ["resourceLocation", "resourceType", "resourceWithoutLocation", "policyDefinitionReferenceId", "userPrincipalId", "groupPrincipalId", "resourceRolloutPercentage"];
}
