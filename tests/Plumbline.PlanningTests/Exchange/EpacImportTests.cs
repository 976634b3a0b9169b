using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.PlanningTests.Operations;

namespace Plumbline.PlanningTests.Exchange;

public sealed class EpacImportTests
{
    private const string Settings = """
        { "pacOwnerId": "7c1f3a52-9b0e-4d65-8a3c-5e2d4f6b8a90", "pacEnvironments": [ { "pacSelector": "one", "cloud": "AzureCloud", "tenantId": "t", "deploymentRootScope": "/subscriptions/11111111-2222-3333-4444-555555555555", "managedIdentityLocation": "westeurope", "desiredState": { "strategy": "ownedOnly", "keepDfcSecurityAssignments": true } } ] }
        """;

    [Fact]
    public void Everything_ignored_is_reported_with_file_and_line()
    {
        var places = EpacSamples.Places(EpacSamples.Import("tree").Diagnostics);

        Assert.Equal(
        [
            "PLB7010 tree/global-settings.jsonc:25: the key 'excludedScopes' is ignored",
            "PLB7010 tree/policyAssignments/tagging.csv:2: the key 'unknown' is ignored",
            "PLB7010 tree/policyAssignments/tagging.jsonc:16: the key 'ownerEffcet' is ignored",
            "PLB7010 tree/policyAssignments/tagging.jsonc:16: the key 'test' is ignored",
            "PLB7010 tree/policyAssignments/tagging.jsonc:5: the key 'assignedBy' is ignored",
            "PLB7010 tree/policyExemptions/Prod/owners.csv:2: the key 'metadata.color' is ignored",
            "PLB7013 tree/global-settings.jsonc:21: the pattern '/subscriptions/*/resourceGroups/lab-*' is not imported: Plumbline leaves out scopes by their ids",
            "PLB7013 tree/global-settings.jsonc:25: the strategy 'full' is not imported: Plumbline never deletes what it does not own",
            "PLB7013 tree/policyEnrollments/prod/one.jsonc:: this file is not imported: Plumbline has no enrollments",
            "PLB7013 tree/policyExemptions/Prod/owners.csv:2: 'assignmentScopeValidation' of 'legacy-owner' is not imported: Plumbline always has the scope checked",
            "PLB7015 tree/policyAssignments/tagging.csv:1: the column 'prodParameters' stands there again; only the first one is read",
            "PLB7018 tree/policySetDefinitions/General/tagging.jsonc:8: the text of the groups of 'tagging' is required and not given; the import writes 'additionalMetadataId after their names'",
        ], [.. places.Order(StringComparer.Ordinal)]);
    }

    [Fact]
    public void Names_concatenate_lists_add_up_and_the_last_value_counts()
    {
        var production = EpacSamples.Model(EpacSamples.Import("tree")).Environments[1];

        var assignment = Assert.Single(production.Assignments);
        Assert.Equal(("tag-prod", "Tagging in production", "Tags of production"), (assignment.Name, assignment.DisplayName, assignment.Description));
        Assert.Equal(["/providers/Microsoft.Management/managementGroups/contoso-sandbox", "/subscriptions/22222222-3333-4444-5555-666666666666"], assignment.NotScopes.ToArray());
        Assert.Equal(Estate.Json("""{"ownerEffect":"Deny"}"""), assignment.Parameters);
        Assert.Equal([("costCenter", "Modify"), ("allowedLocations", "Disabled")], assignment.Effects.Select(one => (one.Members.Name, one.Effect)));
        Assert.Equal([(null, "See the tagging page."), ("owner", "Say who owns it.")], assignment.Messages.Select(one => (one.Members?.Name, one.Text)));
        Assert.Equal("westeurope", assignment.Identity?.Location);
        Assert.Equal("Prod", production.Name);
    }

    [Fact]
    public void Second_entry_of_a_list_is_weakened_where_it_has_the_same_policy()
    {
        var assignments = EpacSamples.Model(EpacSamples.Import("list")).Environments[0].Assignments;

        Assert.Equal(["sec-asb", "sec-nist"], assignments.Select(one => one.Name));
        Assert.Equal([("34c877ad-507e-4c82-993e-3452a6e0ad3c", "Deny"), ("backupReference", "DeployIfNotExists")], assignments[0].Effects.Select(one => (one.Members.Name, one.Effect)));
        Assert.Equal([("34c877ad-507e-4c82-993e-3452a6e0ad3c", "Audit"), ("guestConfiguration", "Disabled"), ("serialConsole", "Disabled")], assignments[1].Effects.Select(one => (one.Members.Name, one.Effect)));
        Assert.Equal("/subscriptions/33333333-4444-5555-6666-777777777777/resourceGroups/id/providers/Microsoft.ManagedIdentity/userAssignedIdentities/policy", assignments[0].Identity?.UserAssignedId);
        Assert.Null(assignments[1].Identity?.UserAssignedId);
        Assert.Equal("usgovarizona", assignments[1].Identity?.Location);
    }

    [Fact]
    public void Exemption_without_an_end_is_left_out_and_reported()
    {
        var import = EpacSamples.Import("list");

        var exemption = Assert.Single(EpacSamples.Model(import).Environments[0].Exemptions);
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 10, 0, 0, TimeSpan.Zero), exemption.ExpiresOn);
        Assert.Equal("Mitigated", exemption.Category);
        Assert.Equal(["/subscriptions/33333333-4444-5555-6666-777777777777/resourceGroups/shop", "/subscriptions/33333333-4444-5555-6666-777777777777/resourceGroups/web"], exemption.Scopes.ToArray());
        Assert.Contains("PLB7013 list/policyExemptions/tenant/exemptions.jsonc:15: the exemption 'endless' is not imported: it never ends, and Plumbline requires an end", EpacSamples.Places(import.Diagnostics));
    }

    [Fact]
    public void Exemption_without_an_end_gets_the_given_one()
    {
        var exemptions = EpacSamples.Model(EpacSamples.Import("list", EpacSamples.Defaults)).Environments[0].Exemptions;

        Assert.Equal([("one", "sec@contoso.com", "SEC-7"), ("endless", "platform", "OPS-1")], exemptions.Select(one => (one.Name, one.Owner, one.Ticket)));
        Assert.Equal(EpacSamples.Defaults.ExpiresOn, exemptions[1].ExpiresOn);
    }

    [Fact]
    public void Definition_without_properties_gets_the_form_that_is_committed()
    {
        var definition = EpacSamples.Model(EpacSamples.Import("tree")).Documents.Definitions[0];

        Assert.Equal("inherit-cost-center", definition.Name);
        Assert.Equal(["name", "type", "properties"], definition.Body.Properties.Select(one => one.Key));
        Assert.Equal(["displayName", "policyType", "mode", "metadata", "parameters", "policyRule"], definition.Properties.Properties.Select(one => one.Key));
    }

    [Fact]
    public void Custom_member_refers_to_the_definition_as_it_is_spelled_there()
    {
        var initiative = Assert.Single(EpacSamples.Model(EpacSamples.Import("tree")).Documents.Initiatives);

        Assert.Equal(
            "/providers/Microsoft.Management/managementGroups/placeholder/providers/Microsoft.Authorization/policyDefinitions/require-owner-tag",
            ExchangeEstate.Member(initiative.Properties, "policyDefinitions/0/policyDefinitionId"));
    }

    [Fact]
    public void Definition_is_assigned_at_several_scopes()
    {
        var assignment = Assert.Single(EpacSamples.Model(EpacSamples.Import("flat")).Environments[0].Assignments);

        Assert.Equal(ArmObjectKind.PolicyDefinition, assignment.Kind);
        Assert.Equal(2, assignment.Scopes.Length);
        Assert.Equal([(MemberChoiceKind.Policy, "no-classic", "Disabled")], assignment.Effects.Select(one => (one.Members.Kind, one.Members.Name, one.Effect)));
        Assert.Null(assignment.Identity);
    }

    [Theory]
    [InlineData("""{ "nodeName": "/a/", "assignment": { "name": "a", "displayName": "A" }, "definitionEntry": { "policyId": "/providers/Microsoft.Authorization/policyDefinitions/x" } }""", "PLB7014 policyAssignments/a.jsonc:1: the branch '/a/' is no assignment: no node has a 'scope'")]
    [InlineData("""{ "nodeName": "/a/", "assignment": { "name": "a", "displayName": "A" }, "scope": { "one": ["/subscriptions/1"] } }""", "PLB7014 policyAssignments/a.jsonc:1: the branch '/a/' is no assignment: no node has a 'definitionEntry'")]
    [InlineData("""{ "nodeName": "/a/", "definitionEntry": { "policyName": "gone" }, "assignment": { "name": "a", "displayName": "A" }, "scope": { "one": ["/subscriptions/1"] } }""", "PLB7017 policyAssignments/a.jsonc:1: there is no definition 'gone' in the folder")]
    [InlineData("""{ "nodeName": "/a/", "definitionEntry": { "policyId": "/x" }, "scope": { "one": ["/subscriptions/1"] } }""", "PLB7014 policyAssignments/a.jsonc:1: the branch '/x' is no assignment: no node gives 'assignment.name'")]
    [InlineData("""{ "nodeName": "/a/", "definitionEntry": { "policyId": "/x" }, "assignment": { "name": 1 }, "scope": { "one": ["/subscriptions/1"] } }""", "PLB7012 policyAssignments/a.jsonc:1: 'name' has to be a text")]
    public void Branch_that_is_no_assignment_is_an_error(string assignment, string expected) =>
        Assert.Contains(expected, EpacSamples.Places(EpacSamples.Import(("global-settings.jsonc", Settings), ("policyAssignments/a.jsonc", assignment)).Diagnostics));

    [Fact]
    public void Folder_without_settings_is_an_error()
    {
        var import = EpacSamples.Import(("policyDefinitions/a.json", "{}"));

        Assert.Null(import.Model);
        Assert.Equal(["PLB7011 .:: this is no folder of definitions of Enterprise Policy as Code: it has no global-settings.jsonc"], EpacSamples.Places(import.Diagnostics));
    }

    [Fact]
    public void Text_that_is_no_json_is_reported_and_the_rest_is_read()
    {
        var import = EpacSamples.Import(("global-settings.jsonc", Settings), ("policyDefinitions/a.json", "{ \"name\": "), ("policyDefinitions/b.json", """{ "name": "b", "displayName": "B", "policyRule": { "if": {}, "then": {} } }"""));

        Assert.Equal(["b"], import.Model?.Documents.Definitions.Select(one => one.Name));
        Assert.Contains(import.Diagnostics, one => one.IsError && one.Location.File == "policyDefinitions/a.json");
    }

    [Fact]
    public void Path_out_of_the_folder_is_no_path()
    {
        var written = Plumbline.Exchange.Documents.CheckoutWriter.Write("", EpacSamples.Import(
            ("global-settings.jsonc", Settings),
            ("policyDefinitions/a.json", """{ "name": "../../x", "displayName": "X", "metadata": { "category": "..\\.." }, "policyRule": { "if": {}, "then": {} } }""")).Model ?? throw new InvalidOperationException("no model"));

        Assert.Equal(["definitions/-/-..-x.json", "plumbline.yaml"], written.Select(file => file.Path));
    }

    [Fact]
    public void Environments_are_written_as_the_configuration_has_them() =>
        Assert.Equal(
            """
            ownerId: "5d4c3b2a-1f0e-4d9c-8b7a-665544332211"
            environments:
              china:
                cloud: china
                tenant: "11111111-aaaa-bbbb-cccc-444444444444"
                definitionScope: /providers/Microsoft.Management/managementGroups/cn
                assignments:
                  - name: no-classic
                    policy: no-classic
                    scopes:
                      - /providers/Microsoft.Management/managementGroups/cn
                      - /subscriptions/44444444-5555-6666-7777-888888888888
                    displayName: No classic resources
                    enforcementMode: Enroll
                    parameters:
                      effect: Deny
                    effects:
                      - policy: no-classic
                        effect: Disabled

            """.ReplaceLineEndings("\n"), EpacSamples.Text(EpacSamples.Written(EpacSamples.Import("flat")), "plumbline.yaml"));
}
