// An app, a job and their environment that satisfy the whole initiative.
param location string = 'westeurope'
param workspaceId string = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/central'
param subnetId string = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/hub/subnets/apps'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'shop'
  location: location
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: 'shop'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    vnetConfiguration: {
      infrastructureSubnetId: subnetId
      internal: true
    }
    publicNetworkAccess: 'Disabled'
    zoneRedundant: true
    peerAuthentication: {
      mtls: {
        enabled: true
      }
    }
    peerTrafficConfiguration: {
      encryption: {
        enabled: true
      }
    }
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'central'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
      {
        categoryGroup: 'allLogs'
        enabled: false
      }
    ]
  }
}

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'web'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: false
        allowInsecure: false
        targetPort: 8080
        transport: 'http'
        clientCertificateMode: 'require'
      }
      registries: [
        {
          server: 'contoso.azurecr.io'
          identity: identity.id
        }
      ]
      secrets: [
        {
          name: 'db'
          keyVaultUrl: 'https://contoso.vault.azure.net/secrets/db'
          identity: identity.id
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'web'
          image: 'contoso.azurecr.io/web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'
          env: [
            {
              name: 'DB_CONNECTION'
              secretRef: 'db'
            }
          ]
          volumeMounts: [
            {
              volumeName: 'scratch'
              mountPath: '/tmp'
            }
          ]
          probes: [
            {
              type: 'Liveness'
              httpGet: {
                path: '/live'
                port: 8080
              }
            }
          ]
        }
      ]
      scale: {
        minReplicas: 2
        maxReplicas: 4
      }
      volumes: [
        {
          name: 'scratch'
          storageType: 'EmptyDir'
        }
      ]
    }
  }

  resource auth 'authConfigs' = {
    name: 'current'
    properties: {
      platform: {
        enabled: true
      }
      globalValidation: {
        unauthenticatedClientAction: 'RedirectToLoginPage'
        redirectToProvider: 'azureactivedirectory'
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: '11111111-1111-1111-1111-111111111111'
            openIdIssuer: 'https://login.microsoftonline.com/22222222-2222-2222-2222-222222222222/v2.0'
          }
        }
      }
      httpSettings: {
        requireHttps: true
      }
    }
  }
}

resource job 'Microsoft.App/jobs@2025-01-01' = {
  name: 'nightly'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      triggerType: 'Schedule'
      replicaTimeout: 300
      scheduleTriggerConfig: {
        cronExpression: '0 3 * * *'
      }
      registries: [
        {
          server: 'contoso.azurecr.io'
          identity: identity.id
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'nightly'
          image: 'contoso.azurecr.io/nightly@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'
        }
      ]
    }
  }
}
