param location string = resourceGroup().location

resource portal 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'portal'
  location: location
  properties: {
    configuration: {
      ingress: {
        external: true
        allowInsecure: true
        targetPort: 8080
      }
    }
  }
}

resource api 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'api'
  location: location
  properties: {
    configuration: {
      ingress: {
        external: false
        allowInsecure: false
        targetPort: 8080
      }
    }
  }
}
