using Plumbline.Exchange.Alz;
using Plumbline.PlanningTests.Operations;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Exchange;

public sealed class AlzExporterTests
{
    [Fact]
    public void Library_has_one_file_an_object_and_an_archetype_that_names_them()
    {
        var environment = Estate.Environment();
        var export = AlzExporter.Export(environment, Estate.Documents(), Estate.Planned(environment, Estate.Documents()));

        Assert.Equal(
        [
            "archetype_definitions/production.alz_archetype_definition.json",
            "policy_assignments/baseline.alz_policy_assignment.json",
            "policy_definitions/first.alz_policy_definition.json",
            "policy_definitions/second.alz_policy_definition.json",
            "policy_set_definitions/baseline.alz_policy_set_definition.json",
        ], export.Files.Select(file => file.Path));
        Assert.Equal(
            Estate.Json("""{"name":"production","policy_assignments":["baseline"],"policy_definitions":["first","second"],"policy_set_definitions":["baseline"],"role_definitions":[]}"""),
            Estate.Json(export.Files[0].Text));
    }

    [Fact]
    public void Assignment_refers_to_the_placeholder_scope()
    {
        var environment = Estate.Environment();
        var export = AlzExporter.Export(environment, Estate.Documents(), Estate.Planned(environment, Estate.Documents()));

        var properties = (ObjectValue)Estate.Json(export.Files[1].Text)["properties"];
        Assert.Equal(new TextValue("/providers/Microsoft.Management/managementGroups/placeholder/providers/Microsoft.Authorization/policySetDefinitions/baseline"), properties["policyDefinitionId"]);
        Assert.Equal(new TextValue("/providers/Microsoft.Management/managementGroups/placeholder"), properties["scope"]);
    }
}
