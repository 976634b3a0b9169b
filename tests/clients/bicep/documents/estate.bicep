targetScope = 'subscription'

param location string

resource group 'Microsoft.Resources/resourceGroups@2022-09-01' = {
  name: 'rg-bicep'
  location: location
}

resource httpsOnly 'Microsoft.Authorization/policyDefinitions@2021-06-01' = {
  name: 'https-only'
  properties: {
    displayName: 'Storage accounts answer to https only'
    mode: 'Indexed'
    policyRule: {
      if: {
        allOf: [
          { field: 'type', equals: 'Microsoft.Storage/storageAccounts' }
          { field: 'Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly', notEquals: true }
        ]
      }
      then: { effect: 'deny' }
    }
  }
}

resource assignment 'Microsoft.Authorization/policyAssignments@2022-06-01' = {
  name: 'https-only'
  properties: {
    displayName: 'Storage accounts answer to https only'
    policyDefinitionId: httpsOnly.id
    nonComplianceMessages: [{ message: 'Turn on secure transfer.' }]
  }
}

output groupId string = group.id
