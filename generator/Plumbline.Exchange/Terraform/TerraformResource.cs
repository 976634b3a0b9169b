using Plumbline.Exchange.Model;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Terraform;

/// <summary>Writes one object of a plan as a resource of the azurerm provider.</summary>
/// <param name="names">The addresses of all resources.</param>
internal sealed class TerraformResource(TerraformNames names)
{
    private static readonly ObjectValue Nothing = new([]);

    /// <summary>The resource.</summary>
    public HclBlock Of(PlanOperation operation)
    {
        var address = operation.Principal is null ? names.Of(operation.Id) ?? "" : $"azurerm_role_assignment.{RoleLabel(operation)}";
        var block = new HclBlock($"resource {HclLiteral.Text(address[..address.IndexOf('.', StringComparison.Ordinal)])} {HclLiteral.Text(address[(address.IndexOf('.', StringComparison.Ordinal) + 1)..])}");
        var properties = operation.Body?["properties"] as ObjectValue ?? Nothing;
        return operation.Kind switch
        {
            ArmObjectKind.PolicyDefinition => Definition(Named(block, operation, properties), operation, properties),
            ArmObjectKind.PolicySetDefinition => SetDefinition(Named(block, operation, properties), operation, properties),
            ArmObjectKind.PolicyAssignment => Assignment(Scoped(Named(block, operation, properties), operation), operation, properties),
            ArmObjectKind.RoleAssignment => Role(block, operation, properties),
            _ => Exemption(Scoped(Named(block, operation, properties), operation), properties),
        };
    }

    /// <summary>The file that holds the rule of a definition.</summary>
    public static string PolicyFile(PlanOperation operation) => $"policies/{FileName.Of(NameOf(operation.Id))}.json";

    private string RoleLabel(PlanOperation operation)
    {
        var principal = operation.Principal;
        var assignment = names.Of(principal?.AssignmentId ?? "") ?? ".unknown";
        return TerraformNames.Label($"{assignment[(assignment.IndexOf('.', StringComparison.Ordinal) + 1)..]}_{operation.Title}_{operation.Op[(operation.Op.LastIndexOf('-') + 1)..]}");
    }

    private static HclBlock Named(HclBlock block, PlanOperation operation, ObjectValue properties) =>
        block.With("name", HclLiteral.Text(NameOf(operation.Id))).With("display_name", properties["displayName"]).With("description", properties["description"]);

    private static HclBlock Scoped(HclBlock block, PlanOperation operation)
    {
        var scope = ArmScope.Of(operation.Id);
        return block.With(TerraformNames.ScopeArgument(ArmScope.Parse(scope)?.Kind ?? ArmScopeKind.Resource), HclLiteral.Text(scope));
    }

    private static HclBlock Definition(HclBlock block, PlanOperation operation, ObjectValue properties) => block
        .With("policy_type", "\"Custom\"")
        .With("mode", properties["mode"] is TextValue mode ? mode : new TextValue("Indexed"))
        .With("management_group_id", ManagementGroup(operation))
        .With("metadata", Json(properties["metadata"]))
        .With("parameters", $"jsonencode(jsondecode(file(\"${{path.module}}/{PolicyFile(operation)}\")).parameters)")
        .With("policy_rule", $"jsonencode(jsondecode(file(\"${{path.module}}/{PolicyFile(operation)}\")).policyRule)");

    private HclBlock SetDefinition(HclBlock block, PlanOperation operation, ObjectValue properties) => block
        .With("policy_type", "\"Custom\"")
        .With("management_group_id", ManagementGroup(operation))
        .With("metadata", Json(properties["metadata"]))
        .With("parameters", Json(properties["parameters"]))
        .With(Items(properties["policyDefinitions"]).Select(Member))
        .With(Items(properties["policyDefinitionGroups"]).Select(group => new HclBlock("policy_definition_group")
            .With("name", group["name"]).With("display_name", group["displayName"]).With("category", group["category"]).With("description", group["description"]).With("additional_metadata_resource_id", group["additionalMetadataId"])));

    private HclBlock Member(ObjectValue member) => new HclBlock("policy_definition_reference")
        .With("policy_definition_id", Reference(member["policyDefinitionId"]))
        .With("reference_id", member["policyDefinitionReferenceId"])
        .With("version", member["definitionVersion"])
        .With("parameter_values", Json(member["parameters"]))
        .With("policy_group_names", Texts(member["groupNames"]));

    private HclBlock Assignment(HclBlock block, PlanOperation operation, ObjectValue properties)
    {
        var identity = operation.Body?["identity"] as ObjectValue;
        return block
            .With("policy_definition_id", Reference(properties["policyDefinitionId"]))
            .With("location", identity is null ? UndefinedValue.Instance : operation.Body?["location"] ?? UndefinedValue.Instance)
            .With("enforce", properties["enforcementMode"] is TextValue { Value: "DoNotEnforce" } ? "false" : "true")
            .With("not_scopes", Texts(properties["notScopes"]))
            .With("metadata", Json(properties["metadata"]))
            .With("parameters", Json(properties["parameters"]))
            .With(identity is null ? [] : [Identity(identity)])
            .With(Items(properties["overrides"]).Select(item => new HclBlock("overrides").With("value", item["value"]).With(Items(item["selectors"]).Select(selector => Selector("selectors", selector, withKind: false)))))
            .With(Items(properties["resourceSelectors"]).Select(item => new HclBlock("resource_selectors").With("name", item["name"]).With(Items(item["selectors"]).Select(selector => Selector("selectors", selector, withKind: true)))))
            .With(Items(properties["nonComplianceMessages"]).Select(message => new HclBlock("non_compliance_message").With("content", message["message"]).With("policy_definition_reference_id", message["policyDefinitionReferenceId"])));
    }

    private static HclBlock Identity(ObjectValue identity) => new HclBlock("identity")
        .With("type", identity["type"])
        .With("identity_ids", identity["userAssignedIdentities"] is ObjectValue ids ? Texts(new ArrayValue([.. ids.Properties.Select(one => new TextValue(one.Key))])) : null);

    private static HclBlock Selector(string header, ObjectValue selector, bool withKind) => new HclBlock(header)
        .With("kind", withKind ? selector["kind"] : UndefinedValue.Instance)
        .With("in", Texts(selector["in"]))
        .With("not_in", Texts(selector["notIn"]));

    private HclBlock Role(HclBlock block, PlanOperation operation, ObjectValue properties) => block
        .With("scope", HclLiteral.Text(ArmScope.Of(operation.Id)))
        .With("role_definition_id", properties["roleDefinitionId"])
        .With("principal_id", operation.Principal is { PrincipalId: { } known } ? HclLiteral.Text(known) : $"{names.Of(operation.Principal?.AssignmentId ?? "")}.identity[0].principal_id")
        .With("principal_type", "\"ServicePrincipal\"")
        .With("description", properties["description"])
        .With("skip_service_principal_aad_check", "true");

    private HclBlock Exemption(HclBlock block, ObjectValue properties) => block
        .With("policy_assignment_id", Reference(properties["policyAssignmentId"]))
        .With("exemption_category", properties["exemptionCategory"])
        .With("expires_on", properties["expiresOn"])
        .With("policy_definition_reference_ids", Texts(properties["policyDefinitionReferenceIds"]))
        .With("metadata", Json(properties["metadata"]));

    private string? Reference(PolicyValue id) => id is not TextValue text ? null : names.Of(text.Value) is { } address ? $"{address}.id" : HclLiteral.Text(text.Value);

    private static string? ManagementGroup(PlanOperation operation) => ArmScope.Parse(ArmScope.Of(operation.Id)) is { Kind: ArmScopeKind.ManagementGroup } scope ? HclLiteral.Text(scope.Id) : null;

    private static string? Json(PolicyValue value) => value is ObjectValue { Properties.IsEmpty: false } ? $"jsonencode({HclLiteral.Of(value, 1, _ => null)})" : null;

    private static string? Texts(PolicyValue value) => value is ArrayValue { Items.IsEmpty: false } items ? $"[{string.Join(", ", items.Items.OfType<TextValue>().Select(text => HclLiteral.Text(text.Value)))}]" : null;

    private static IEnumerable<ObjectValue> Items(PolicyValue value) => value is ArrayValue items ? items.Items.OfType<ObjectValue>() : [];

    private static string NameOf(string id) => id[(id.LastIndexOf('/') + 1)..];
}
