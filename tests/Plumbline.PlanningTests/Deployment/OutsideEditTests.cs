using System.Text.Json.Nodes;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.PlanningTests.Arm;
using Plumbline.Policy.Values;

namespace Plumbline.PlanningTests.Deployment;

/// <summary>What somebody changes through the API is planned, on exactly that object, and put right.</summary>
public sealed class OutsideEditTests
{
    [Theory]
    [InlineData("policyDefinitions/first", "displayName", "\"X\"")]
    [InlineData("policyDefinitions/first", "description", "\"X\"")]
    [InlineData("policyDefinitions/first", "mode", "\"All\"")]
    [InlineData("policyDefinitions/first", "policyRule", """{"if":{"field":"type","equals":"Microsoft.App/jobs"},"then":{"effect":"[parameters('effect')]"}}""")]
    [InlineData("policyDefinitions/first", "parameters", """{"effect":{"type":"String","defaultValue":"Deny","allowedValues":["Audit","Deny","Disabled"]}}""")]
    [InlineData("policySetDefinitions/baseline", "policyDefinitionGroups", """[{"name":"NS-1","displayName":"X"}]""")]
    [InlineData("policySetDefinitions/baseline", "displayName", "\"X\"")]
    [InlineData("policyAssignments/baseline", "enforcementMode", "\"DoNotEnforce\"")]
    [InlineData("policyAssignments/baseline", "parameters", """{"firstEffect":{"value":"Disabled"},"secondEffect":{"value":"Modify"}}""")]
    [InlineData("policyAssignments/baseline", "notScopes", $"""["{TestEstate.Group}"]""")]
    [InlineData("policyAssignments/baseline", "nonComplianceMessages", """[{"message":"X"}]""")]
    [InlineData("policyAssignments/baseline", "resourceSelectors", """[{"name":"x","selectors":[{"kind":"resourceLocation","in":["westus"]}]}]""")]
    [InlineData("policyAssignments/baseline", "overrides", """[{"kind":"policyEffect","value":"Disabled","selectors":[{"kind":"policyDefinitionReferenceId","in":["first"]}]}]""")]
    public async Task Edit_of_an_object_is_planned_and_put_right(string name, string property, string value)
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var id = $"{TestEstate.Authorization}/{name}";
        await EditAsync(estate, id, property, value);

        var plan = await estate.PlanAsync();

        Assert.Equal([id], plan.Operations.Select(operation => operation.Id));
        await estate.AppliedAsync(plan);
        Assert.Empty((await estate.PlanAsync()).Operations);
    }

    [Theory]
    [InlineData("exemptionCategory", "\"Mitigated\"")]
    [InlineData("expiresOn", "\"2040-01-01T00:00:00Z\"")]
    [InlineData("policyDefinitionReferenceIds", "[]")]
    public async Task Edit_of_an_exemption_is_planned_and_put_right(string property, string value)
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var exemption = Assert.Single((await estate.ReadAsync()).Of(ArmObjectKind.PolicyExemption));
        await EditAsync(estate, exemption.Id, property, value);

        var plan = await estate.PlanAsync();

        Assert.Equal([(PlanAction.Update, exemption.Id)], plan.Operations.Select(operation => (operation.Action, operation.Id)));
        await estate.AppliedAsync(plan);
        Assert.Empty((await estate.PlanAsync()).Operations);
    }

    [Fact]
    public async Task Role_that_was_taken_away_is_given_again()
    {
        await using var estate = await TestEstate.StartAsync();
        await estate.AppliedAsync(await estate.PlanAsync());
        var role = Assert.Single((await estate.ReadAsync()).Of(ArmObjectKind.RoleAssignment));
        await estate.DeleteAsync(role.Id, "2022-04-01");

        var plan = await estate.PlanAsync();

        Assert.Equal([role.Id], plan.Operations.Select(operation => operation.Id));
        await estate.AppliedAsync(plan);
        Assert.Empty((await estate.PlanAsync()).Operations);
    }

    private static async Task EditAsync(TestEstate estate, string id, string property, string value)
    {
        var live = Assert.IsType<ArmObject>((await estate.ReadAsync()).Find(id));
        var body = Assert.IsType<JsonObject>(JsonNode.Parse(PolicyValueWriter.ToCompactJson(Planning.Comparison.WritableBody.Of(live))));
        (body["properties"] ?? new JsonObject())[property] = JsonNode.Parse(value);
        await estate.PutAsync(id, live.Kind.ApiVersion(), body.ToJsonString());
    }
}
