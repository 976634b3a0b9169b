using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests;

/// <summary>The policy objects and resources that the tests put.</summary>
public static class PolicyDocuments
{
    public const string Authorization = Subscription + "/providers/Microsoft.Authorization";
    public const string Definition = Authorization + "/policyDefinitions/no-external-ingress";
    public const string Set = Authorization + "/policySetDefinitions/baseline";
    public const string Assignment = Authorization + "/policyAssignments/baseline";
    public const string Apps = Subscription + "/resourceGroups/rg/providers/Microsoft.App/containerApps";

    /// <summary>A definition that denies (or audits) container apps with external ingress.</summary>
    public const string DefinitionBody = """
        {
          "properties": {
            "displayName": "No external ingress",
            "mode": "Indexed",
            "metadata": { "category": "Container Apps", "version": "1.2.0" },
            "parameters": { "effect": { "type": "String", "allowedValues": ["Audit", "Deny", "Disabled"], "defaultValue": "Deny" } },
            "policyRule": {
              "if": { "allOf": [
                { "field": "type", "equals": "Microsoft.App/containerApps" },
                { "field": "Microsoft.App/containerApps/configuration.ingress.external", "equals": true }
              ] },
              "then": { "effect": "[parameters('effect')]" }
            }
          }
        }
        """;

    /// <summary>An initiative of that definition, in group <c>NS-2</c>.</summary>
    public const string SetBody = $$"""
        {
          "properties": {
            "displayName": "Baseline",
            "metadata": { "category": "Regulatory Compliance" },
            "parameters": { "ingressEffect": { "type": "String", "defaultValue": "Deny" } },
            "policyDefinitionGroups": [{ "name": "NS-2" }],
            "policyDefinitions": [{
              "policyDefinitionReferenceId": "ingress",
              "policyDefinitionId": "{{Definition}}",
              "groupNames": ["NS-2"],
              "parameters": { "effect": { "value": "[parameters('ingressEffect')]" } }
            }]
          }
        }
        """;

    public static string AssignmentBody(string definitionId, string more = "") =>
        $$"""{ "properties": { "displayName": "Assigned baseline", "policyDefinitionId": "{{definitionId}}"{{more}} } }""";

    public static string App(bool external) =>
        $$"""{ "location": "westeurope", "properties": { "configuration": { "ingress": { "external": {{(external ? "true" : "false")}} } } } }""";

    public static async Task PutOkAsync(this EmulatorSession session, string path, string body, string version = PolicyVersion)
    {
        var answer = await session.PutAsync(path, version, body);
        Assert.True(answer.Status == 201, $"{path}: {answer.Status} {answer.Message}");
    }
}
