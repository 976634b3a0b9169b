using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Deployments;

/// <summary>What <c>environment()</c> answers: Azure's public cloud, so that names of hosts in templates are those of Azure.</summary>
internal static class AzureEnvironment
{
    /// <summary>The public cloud, for a tenant.</summary>
    public static ObjectValue Public(string tenantId) => PolicyValueReader.Object(
        ("name", new TextValue("AzureCloud")),
        ("gallery", new TextValue("https://gallery.azure.com/")),
        ("graph", new TextValue("https://graph.windows.net/")),
        ("portal", new TextValue("https://portal.azure.com")),
        ("graphAudience", new TextValue("https://graph.windows.net/")),
        ("activeDirectoryDataLake", new TextValue("https://datalake.azure.net/")),
        ("batch", new TextValue("https://batch.core.windows.net/")),
        ("media", new TextValue("https://rest.media.azure.net")),
        ("sqlManagement", new TextValue("https://management.core.windows.net:8443/")),
        ("vmImageAliasDoc", new TextValue("https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/arm-compute/quickstart-templates/aliases.json")),
        ("resourceManager", new TextValue("https://management.azure.com/")),
        ("authentication", PolicyValueReader.Object(
            ("loginEndpoint", new TextValue("https://login.microsoftonline.com/")),
            ("audiences", new ArrayValue([new TextValue("https://management.core.windows.net/"), new TextValue("https://management.azure.com/")])),
            ("tenant", new TextValue(tenantId)),
            ("identityProvider", new TextValue("AAD")))),
        ("suffixes", PolicyValueReader.Object(
            ("acrLoginServer", new TextValue(".azurecr.io")),
            ("azureDatalakeAnalyticsCatalogAndJob", new TextValue("azuredatalakeanalytics.net")),
            ("azureDatalakeStoreFileSystem", new TextValue("azuredatalakestore.net")),
            ("azureFrontDoorEndpointSuffix", new TextValue("azurefd.net")),
            ("keyvaultDns", new TextValue(".vault.azure.net")),
            ("sqlServerHostname", new TextValue(".database.windows.net")),
            ("storage", new TextValue("core.windows.net")))));
}
