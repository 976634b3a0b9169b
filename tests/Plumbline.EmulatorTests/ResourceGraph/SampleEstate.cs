namespace Plumbline.EmulatorTests.ResourceGraph;

/// <summary>The estate that sample queries are asked about.</summary>
internal static class SampleEstate
{
    public const string Sub = "/subscriptions/s1";

    public const string Resources = """
        [
          { "id": "/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/vm1", "name": "vm1", "type": "microsoft.compute/virtualmachines", "location": "eastus",
            "resourceGroup": "rg1", "subscriptionId": "s1", "tags": { "env": "prod" },
            "properties": { "hardwareProfile": { "vmSize": "Standard_B2s" }, "storageProfile": { "osDisk": { "osType": "Linux" } }, "timeCreated": "2026-03-01T00:00:00Z" } },
          { "id": "/subscriptions/s1/resourceGroups/rg2/providers/Microsoft.Compute/virtualMachines/vm2", "name": "vm2", "type": "microsoft.compute/virtualmachines", "location": "westeurope",
            "resourceGroup": "rg2", "subscriptionId": "s1", "tags": { "env": "dev", "cost center": "42", "hidden-link": "x" },
            "properties": { "hardwareProfile": { "vmSize": "Standard_D4s" }, "storageProfile": { "osDisk": { "osType": "Windows" } }, "timeCreated": "2026-01-01T00:00:00Z" } },
          { "id": "/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Storage/storageAccounts/st1", "name": "st1", "type": "microsoft.storage/storageaccounts", "location": "eastus",
            "kind": "StorageV2", "resourceGroup": "rg1", "subscriptionId": "s1", "sku": { "name": "Standard_LRS", "tier": "Standard" }, "properties": { "supportsHttpsTrafficOnly": false, "accessTier": "Hot" } },
          { "id": "/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Network/networkInterfaces/nic1", "name": "nic1", "type": "microsoft.network/networkinterfaces", "location": "eastus",
            "resourceGroup": "rg1", "subscriptionId": "s1",
            "properties": { "virtualMachine": { "id": "/subscriptions/s1/resourceGroups/RG1/providers/Microsoft.Compute/virtualMachines/VM1" },
              "ipConfigurations": [{ "name": "a", "properties": { "privateIPAddress": "10.0.0.4" } }, { "name": "b", "properties": { "privateIPAddress": "10.0.0.5" } }] } },
          { "id": "/subscriptions/s2/resourceGroups/rg3/providers/Microsoft.KeyVault/vaults/kv1", "name": "kv1", "type": "microsoft.keyvault/vaults", "location": "westeurope",
            "resourceGroup": "rg3", "subscriptionId": "s2", "properties": { "enableSoftDelete": true } }
        ]
        """;

    public const string Containers = """
        [
          { "id": "/subscriptions/s1", "name": "Production", "type": "microsoft.resources/subscriptions", "subscriptionId": "s1",
            "properties": { "state": "Enabled", "managementGroupAncestorsChain": [{ "name": "corp", "displayName": "Corp" }, { "name": "root", "displayName": "Tenant Root Group" }] } },
          { "id": "/subscriptions/s2", "name": "Sandbox", "type": "microsoft.resources/subscriptions", "subscriptionId": "s2",
            "properties": { "state": "Enabled", "managementGroupAncestorsChain": [{ "name": "root", "displayName": "Tenant Root Group" }] } },
          { "id": "/subscriptions/s1/resourceGroups/rg1", "name": "rg1", "type": "microsoft.resources/subscriptions/resourcegroups", "resourceGroup": "rg1", "subscriptionId": "s1", "tags": { "owner": "ops" } },
          { "id": "/subscriptions/s1/resourceGroups/rg2", "name": "rg2", "type": "microsoft.resources/subscriptions/resourcegroups", "resourceGroup": "rg2", "subscriptionId": "s1" }
        ]
        """;

    private const string Authorization = "Microsoft.Authorization";

    public static string PolicyResources => $$"""
        [
          { "id": "/providers/{{Authorization}}/policyDefinitions/d1", "name": "d1", "type": "microsoft.authorization/policydefinitions",
            "properties": { "displayName": "Audit disks", "policyType": "BuiltIn", "mode": "Indexed", "metadata": { "category": "Compute", "version": "1.0.0" }, "policyRule": { "then": { "effect": "audit" } } } },
          { "id": "{{Sub}}/providers/{{Authorization}}/policyDefinitions/d2", "name": "d2", "type": "microsoft.authorization/policydefinitions", "subscriptionId": "s1",
            "properties": { "displayName": "Deny open storage", "policyType": "Custom", "mode": "All", "metadata": { "category": "Storage" }, "policyRule": { "then": { "effect": "[parameters('effect')]" } } } },
          { "id": "{{Sub}}/providers/{{Authorization}}/policySetDefinitions/set1", "name": "set1", "type": "microsoft.authorization/policysetdefinitions", "subscriptionId": "s1",
            "properties": { "displayName": "Baseline", "policyType": "Custom", "metadata": { "category": "Regulatory Compliance" },
              "policyDefinitionGroups": [{ "name": "NS-1" }, { "name": "NS-2" }],
              "policyDefinitions": [
                { "policyDefinitionId": "/providers/{{Authorization}}/policyDefinitions/d1", "policyDefinitionReferenceId": "disks", "groupNames": ["NS-1"] },
                { "policyDefinitionId": "{{Sub}}/providers/{{Authorization}}/policyDefinitions/d2", "policyDefinitionReferenceId": "storage", "groupNames": ["NS-1", "NS-2"] }] } },
          { "id": "{{Sub}}/providers/{{Authorization}}/policyAssignments/a1", "name": "a1", "type": "microsoft.authorization/policyassignments", "subscriptionId": "s1",
            "properties": { "displayName": "Assigned baseline", "scope": "{{Sub}}", "enforcementMode": "Default", "policyDefinitionId": "{{Sub}}/providers/{{Authorization}}/policySetDefinitions/set1" } },
          { "id": "{{Sub}}/resourceGroups/rg1/providers/{{Authorization}}/policyAssignments/a2", "name": "a2", "type": "microsoft.authorization/policyassignments", "subscriptionId": "s1", "resourceGroup": "rg1",
            "properties": { "displayName": "Storage only", "scope": "{{Sub}}/resourceGroups/rg1", "enforcementMode": "DoNotEnforce", "policyDefinitionId": "{{Sub}}/providers/{{Authorization}}/policyDefinitions/D2" } },
          { "id": "{{Sub}}/providers/{{Authorization}}/policyExemptions/soon", "name": "soon", "type": "microsoft.authorization/policyexemptions", "subscriptionId": "s1",
            "properties": { "policyAssignmentId": "{{Sub}}/providers/{{Authorization}}/policyAssignments/a1", "exemptionCategory": "Waiver", "expiresOn": "2026-04-01T00:00:00Z" } },
          { "id": "{{Sub}}/providers/{{Authorization}}/policyExemptions/over", "name": "over", "type": "microsoft.authorization/policyexemptions", "subscriptionId": "s1",
            "properties": { "policyAssignmentId": "{{Sub}}/providers/{{Authorization}}/policyAssignments/a1", "exemptionCategory": "Mitigated", "expiresOn": "2025-12-31T00:00:00Z" } },
          { "id": "{{Sub}}/resourceGroups/rg1/providers/{{Authorization}}/policyExemptions/forever", "name": "forever", "type": "microsoft.authorization/policyexemptions", "subscriptionId": "s1", "resourceGroup": "rg1",
            "properties": { "policyAssignmentId": "{{Sub}}/resourceGroups/rg1/providers/{{Authorization}}/policyAssignments/a2", "exemptionCategory": "Waiver" } },
          {{State("vm1", "Microsoft.Compute/virtualMachines", "eastus", "a1", "d1", "disks", "NonCompliant")}},
          {{State("vm1", "Microsoft.Compute/virtualMachines", "eastus", "a1", "d2", "storage", "Compliant")}},
          {{State("vm2", "Microsoft.Compute/virtualMachines", "westeurope", "a1", "d1", "disks", "Compliant")}},
          {{State("st1", "Microsoft.Storage/storageAccounts", "eastus", "a2", "d2", "", "Exempt")}},
          {{State("st2", "Microsoft.Storage/storageAccounts", "eastus", "a2", "d2", "", "Compliant")}},
          {{State("st3", "Microsoft.Storage/storageAccounts", "westeurope", "a2", "d2", "", "Conflict")}}
        ]
        """;

    private static string State(string resource, string type, string location, string assignment, string definition, string reference, string state) => $$"""
        { "id": "{{Sub}}/{{resource}}/{{assignment}}/{{definition}}", "name": "{{resource}}-{{definition}}", "type": "microsoft.policyinsights/policystates", "subscriptionId": "s1",
          "properties": { "timestamp": "2026-03-04T00:00:00Z", "resourceId": "{{Sub}}/resourceGroups/rg1/providers/{{type}}/{{resource}}", "resourceType": "{{type}}", "resourceLocation": "{{location}}",
            "policyAssignmentId": "{{Sub}}/providers/{{Authorization}}/policyAssignments/{{assignment}}", "policyAssignmentName": "{{assignment}}", "policyAssignmentScope": "{{Sub}}",
            "policyDefinitionId": "{{Sub}}/providers/{{Authorization}}/policyDefinitions/{{definition}}", "policyDefinitionName": "{{definition}}", "policyDefinitionAction": "audit",
            "policyDefinitionReferenceId": "{{reference}}", "policyDefinitionGroupNames": ["NS-1"], "complianceState": "{{state}}", "isCompliant": {{(state == "NonCompliant" ? "false" : "true")}} } }
        """;
}
