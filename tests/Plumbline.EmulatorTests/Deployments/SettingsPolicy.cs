using System.Text.Json.Nodes;
using static Plumbline.EmulatorTests.Deployments.DeploymentDocuments;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Deployments;

/// <summary>A deployIfNotExists policy that gives storage accounts a diagnostic setting, assigned with an identity that may deploy.</summary>
internal static class SettingsPolicy
{
    public const string Definition = Subscription + "/providers/Microsoft.Authorization/policyDefinitions/settings";
    public const string Assignment = Subscription + "/providers/Microsoft.Authorization/policyAssignments/settings";
    public const string Account = Group + "/providers/Microsoft.Storage/storageAccounts/data";
    public const string Setting = Account + "/providers/Microsoft.Insights/diagnosticSettings/made";
    private const string Contributor = Subscription + "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c";

    /// <summary>A session with the resource group and the assigned policy.</summary>
    public static async Task<EmulatorSession> StartAssignedAsync()
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
            { "location": "westeurope", "identity": { "type": "SystemAssigned" }, "properties": { "displayName": "Settings", "policyDefinitionId": "{{Definition}}" } }
            """);
        Assert.Equal(201, assigned.Status);
        var role = await session.PutAsync(
            Subscription + "/providers/Microsoft.Authorization/roleAssignments/22222222-0000-0000-0000-000000000001", "2022-04-01",
            new JsonObject { ["properties"] = new JsonObject { ["roleDefinitionId"] = Contributor, ["principalId"] = assigned.At("identity/principalId"), ["principalType"] = "ServicePrincipal" } }.ToJsonString());
        Assert.Equal(201, role.Status);
        return session;
    }
}
