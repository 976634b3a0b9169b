using System.Text.Json.Nodes;
using Azure.Core;
using Azure.ResourceManager.Models;
using Azure.ResourceManager.Resources;
using Azure.ResourceManager.Resources.Models;
using static Plumbline.EndToEndTests.Clients.AzureClient;

namespace Plumbline.EndToEndTests.Clients;

/// <summary>The policies and resources of the stories, in the types of the SDK.</summary>
internal static class StoragePolicies
{
    public const string HttpsOnly = Subscription + "/providers/Microsoft.Authorization/policyDefinitions/https-only";
    public const string Baseline = Subscription + "/providers/Microsoft.Authorization/policySetDefinitions/storage";
    public const string Assignment = Subscription + "/providers/Microsoft.Authorization/policyAssignments/storage";

    /// <summary>Refuses, unless told otherwise, storage accounts that answer to http.</summary>
    public static PolicyDefinitionData HttpsOnlyData()
    {
        var data = new PolicyDefinitionData
        {
            DisplayName = "Storage accounts answer to https only",
            Mode = "Indexed",
            Metadata = BinaryData.FromString("""{ "category": "Storage" }"""),
            PolicyRule = BinaryData.FromString("""
                {
                  "if": { "allOf": [
                    { "field": "type", "equals": "Microsoft.Storage/storageAccounts" },
                    { "field": "Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly", "notEquals": true } ] },
                  "then": { "effect": "[parameters('effect')]" }
                }
                """),
        };
        data.Parameters["effect"] = new ArmPolicyParameter { ParameterType = ArmPolicyParameterType.String, DefaultValue = BinaryData.FromString("\"Deny\"") };
        return data;
    }

    /// <summary>An initiative of it, in a group.</summary>
    public static PolicySetDefinitionData BaselineData()
    {
        var member = new PolicyDefinitionReference(HttpsOnly) { PolicyDefinitionReferenceId = "https" };
        member.GroupNames.Add("DP-3");
        member.Parameters["effect"] = new ArmPolicyParameterValue { Value = BinaryData.FromString("\"[parameters('httpsEffect')]\"") };
        var data = new PolicySetDefinitionData { DisplayName = "Storage baseline" };
        data.Parameters["httpsEffect"] = new ArmPolicyParameter { ParameterType = ArmPolicyParameterType.String, DefaultValue = BinaryData.FromString("\"Deny\"") };
        data.PolicyDefinitionGroups.Add(new PolicyDefinitionGroup("DP-3") { Category = "Data protection" });
        data.PolicyDefinitions.Add(member);
        return data;
    }

    /// <summary>The assignment of the initiative, with identity, message, exclusion and selector.</summary>
    public static PolicyAssignmentData AssignmentData()
    {
        var europe = new ResourceSelectorExpression { Kind = ResourceSelectorKind.ResourceLocation };
        europe.In.Add("westeurope");
        var selector = new ResourceSelector { Name = "europe" };
        selector.Selectors.Add(europe);
        var data = new PolicyAssignmentData
        {
            DisplayName = "Storage baseline of the subscription",
            PolicyDefinitionId = Baseline,
            Location = AzureLocation.WestEurope,
            ManagedIdentity = new ManagedServiceIdentity(ManagedServiceIdentityType.SystemAssigned),
        };
        data.NonComplianceMessages.Add(new NonComplianceMessage("Turn on secure transfer.") { PolicyDefinitionReferenceId = "https" });
        data.ExcludedScopes.Add(Subscription + "/resourceGroups/rg-sandbox");
        data.ResourceSelectors.Add(selector);
        return data;
    }

    /// <summary>A storage account as a client PUTs it.</summary>
    public static GenericResourceData Account(bool https, string location = "westeurope") => new(new AzureLocation(location))
    {
        Kind = "StorageV2",
        Sku = new ResourcesSku { Name = "Standard_LRS" },
        Properties = BinaryData.FromString(new JsonObject { ["supportsHttpsTrafficOnly"] = https }.ToJsonString()),
    };

    /// <summary>The id of an account in group <c>rg</c>.</summary>
    public static ResourceIdentifier AccountId(string name) => new($"{Subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/{name}");
}
