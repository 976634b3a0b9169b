using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.Deployments.DeploymentDocuments;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Deployments;

/// <summary>A deployIfNotExists policy really deploys, as the identity of its assignment.</summary>
public sealed class PolicyDeploymentTests
{
    private const string Definition = Subscription + "/providers/Microsoft.Authorization/policyDefinitions/settings";
    private const string Assignment = Subscription + "/providers/Microsoft.Authorization/policyAssignments/settings";
    private const string Contributor = Subscription + "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c";
    private const string Account = Group + "/providers/Microsoft.Storage/storageAccounts/data";
    private const string Setting = Account + "/providers/Microsoft.Insights/diagnosticSettings/made";

    [Fact]
    public async Task Write_brings_in_what_is_missing()
    {
        await using var session = await AssignedAsync();

        await session.PutAsync(Account, "2023-01-01", """{"location":"westeurope","properties":{}}""");
        var setting = await session.UntilAsync(Setting, "2021-05-01-preview", answer => answer.Status == 200);
        var listed = await session.GetAsync(Group + "/providers/Microsoft.Resources/deployments", DeploymentVersion);

        Assert.Equal((200, "data"), (setting.Status, setting.At("properties/of")));
        Assert.StartsWith("PolicyDeployment_", Assert.Single(listed.Names), StringComparison.Ordinal);
        Assert.NotEqual((await session.GetAsync(Account, "2023-01-01")).At("systemData/createdBy"), setting.At("systemData/createdBy"));
    }

    private static async Task<EmulatorSession> AssignedAsync()
    {
        var session = await (await StartAsync()).WithGroupAsync();
        var template = Template(
            """
            [{ "type": "Microsoft.Storage/storageAccounts/providers/diagnosticSettings", "apiVersion": "2021-05-01-preview",
               "name": "[concat(parameters('name'), '/Microsoft.Insights/made')]", "properties": { "of": "[parameters('name')]" } }]
            """,
            """ "parameters": { "name": { "type": "string" } }, """);
        await session.PutOkAsync(Definition, $$"""
            { "properties": { "mode": "Indexed", "policyRule": {
              "if": { "field": "type", "equals": "Microsoft.Storage/storageAccounts" },
              "then": { "effect": "deployIfNotExists", "details": { "type": "Microsoft.Insights/diagnosticSettings", "name": "made", "roleDefinitionIds": ["{{Contributor}}"],
                "deployment": { "properties": { "mode": "incremental", "template": {{template}}, "parameters": { "name": { "value": "[field('name')]" } } } } } } } } }
            """);
        var assigned = await session.PutAsync(Assignment, PolicyVersion, $$"""
            { "location": "westeurope", "identity": { "type": "SystemAssigned" }, "properties": { "policyDefinitionId": "{{Definition}}" } }
            """);
        Assert.Equal(201, assigned.Status);
        var role = await session.PutAsync(
            Subscription + "/providers/Microsoft.Authorization/roleAssignments/22222222-0000-0000-0000-000000000001", "2022-04-01",
            new JsonObject { ["properties"] = new JsonObject { ["roleDefinitionId"] = Contributor, ["principalId"] = assigned.At("identity/principalId"), ["principalType"] = "ServicePrincipal" } }.ToJsonString());
        Assert.Equal(201, role.Status);
        return session;
    }
}
