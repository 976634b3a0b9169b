using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Terraform;
using Plumbline.UnitTests.Catalog;

namespace Plumbline.UnitTests.Scan;

public sealed class TerraformPlanTests
{
    private static readonly ResourceBatch Plan = PlanReader.Read(Encoding.UTF8.GetBytes(RepositoryFiles.Read("tests/resources/terraform/create.plan.json").Text), "create.plan.json");

    [Fact]
    public void What_will_be_there_is_read_and_nothing_else() => Assert.Equal(
        [
            "azurerm_container_app.web",
            "module.platform.azurerm_container_app_environment.env[\"eu\"]",
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.App/jobs/nightly",
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/env/daprComponents/state",
            "azurerm_container_app_environment_certificate.tls",
            "azurerm_container_app_environment_storage.share",
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.App/containerApps/azapi",
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.App/containerApps/azapi/authConfigs/current",
            "azapi_resource.later",
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.App/containerApps/old",
        ],
        Plan.Resources.Select(resource => resource.Label));

    [Fact]
    public void Types_that_are_not_covered_are_counted_and_named_once()
    {
        var problem = Assert.Single(Plan.Problems);

        Assert.Equal(("PLB6114", "2 resource(s) of type 'azurerm_key_vault' are not covered and were not evaluated"), (problem.Code, problem.Message));
    }

    [Fact]
    public void Place_is_the_plan_and_the_address()
    {
        var app = Plan.Resources[0].Origin.Location;
        var environment = Plan.Resources[1].Origin.Location;

        Assert.Equal(("create.plan.json", 6, "azurerm_container_app.web"), (app.File, app.Span?.Line, app.Path));
        Assert.Equal((93, "module.platform.azurerm_container_app_environment.env[\"eu\"]"), (environment.Span?.Line, environment.Path));
    }

    [Theory]
    [InlineData(0, "type", "\"Microsoft.App/containerApps\"")]
    [InlineData(0, "name", "\"web\"")]
    [InlineData(0, "id", null)]
    [InlineData(0, "location", "\"[terraform('azurerm_container_app.web.location')]\"")]
    [InlineData(0, "tags", """{"team":"shop"}""")]
    [InlineData(0, "identity.type", "\"SystemAssigned,UserAssigned\"")]
    [InlineData(0, "identity.userAssignedIdentities", """{"/subscriptions/s/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/pull":{}}""")]
    [InlineData(0, "properties.environmentId", "\"[terraform('azurerm_container_app.web.container_app_environment_id')]\"")]
    [InlineData(0, "properties.workloadProfileName", "\"Consumption\"")]
    [InlineData(0, "properties.configuration.activeRevisionsMode", "\"Single\"")]
    [InlineData(0, "properties.configuration.maxInactiveRevisions", "5")]
    [InlineData(0, "properties.configuration.ingress.allowInsecure", "true")]
    [InlineData(0, "properties.configuration.ingress.external", "true")]
    [InlineData(0, "properties.configuration.ingress.targetPort", "8080")]
    [InlineData(0, "properties.configuration.ingress.exposedPort", null)]
    [InlineData(0, "properties.configuration.ingress.transport", "\"auto\"")]
    [InlineData(0, "properties.configuration.ingress.clientCertificateMode", "\"require\"")]
    [InlineData(0, "properties.configuration.ingress.fqdn", "\"[terraform('azurerm_container_app.web.ingress[0].fqdn')]\"")]
    [InlineData(0, "properties.configuration.ingress.ipSecurityRestrictions", """[{"name":"office","description":"office","ipAddressRange":"203.0.113.0/24","action":"Allow"}]""")]
    [InlineData(0, "properties.configuration.ingress.corsPolicy", """{"allowedOrigins":["https://contoso.com"],"allowedMethods":["GET"],"allowedHeaders":["*"],"allowCredentials":true,"maxAge":60}""")]
    [InlineData(0, "properties.configuration.ingress.traffic", """[{"latestRevision":true,"weight":100}]""")]
    [InlineData(0, "properties.configuration.ingress.customDomains", """[{"name":"www.contoso.com","bindingType":"SniEnabled","certificateId":"/certificates/tls"}]""")]
    [InlineData(0, "properties.configuration.dapr", """{"enabled":true,"appId":"web","appPort":8080,"appProtocol":"http"}""")]
    [InlineData(0, "properties.configuration.registries", """[{"server":"contoso.azurecr.io","username":"contoso","passwordSecretRef":"registry-password"}]""")]
    [InlineData(0, "properties.configuration.secrets", """[{"name":"registry-password","value":"[sensitive('azurerm_container_app.web.secret[0].value')]"},{"name":"db","identity":"System","keyVaultUrl":"https://contoso.vault.azure.net/secrets/db","value":"[sensitive('azurerm_container_app.web.secret[1].value')]"}]""")]
    [InlineData(0, "properties.template.containers[0].image", "\"contoso.azurecr.io/web:1.2\"")]
    [InlineData(0, "properties.template.containers[0].env", """[{"name":"MODE","value":"prod"},{"name":"DB","secretRef":"db"}]""")]
    [InlineData(0, "properties.template.containers[0].command", "[\"/app\"]")]
    [InlineData(0, "properties.template.containers[0].resources.cpu", "0.25")]
    [InlineData(0, "properties.template.containers[0].probes[0].type", "\"Liveness\"")]
    [InlineData(0, "properties.template.containers[0].probes[0].httpGet", """{"path":"/live","port":8080,"scheme":"HTTPS","httpHeaders":[{"name":"X","value":"1"}]}""")]
    [InlineData(0, "properties.template.containers[0].probes[1].tcpSocket", """{"port":8080}""")]
    [InlineData(0, "properties.template.containers[0].volumeMounts", """[{"volumeName":"data","mountPath":"/data"}]""")]
    [InlineData(0, "properties.template.initContainers[0].image", "\"contoso.azurecr.io/init:1\"")]
    [InlineData(0, "properties.template.scale.minReplicas", "2")]
    [InlineData(0, "properties.template.scale.rules[0].azureQueue", """{"queueName":"orders","queueLength":5,"auth":[{"secretRef":"db","triggerParameter":"connection"}]}""")]
    [InlineData(0, "properties.template.scale.rules[1].custom.type", "\"cpu\"")]
    [InlineData(0, "properties.template.scale.rules[2].http.metadata.concurrentRequests", "\"50\"")]
    [InlineData(0, "properties.template.volumes", """[{"name":"data","storageName":"share","storageType":"AzureFile"}]""")]
    [InlineData(1, "type", "\"Microsoft.App/managedEnvironments\"")]
    [InlineData(1, "location", "\"westeurope\"")]
    [InlineData(1, "identity", null)]
    [InlineData(1, "properties.vnetConfiguration", """{"infrastructureSubnetId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/apps","internal":false}""")]
    [InlineData(1, "properties.zoneRedundant", "true")]
    [InlineData(1, "properties.publicNetworkAccess", "\"Enabled\"")]
    [InlineData(1, "properties.peerAuthentication.mtls.enabled", "false")]
    [InlineData(1, "properties.peerTrafficConfiguration.encryption.enabled", "false")]
    [InlineData(1, "properties.infrastructureResourceGroup", "\"rg-infra\"")]
    [InlineData(1, "properties.appLogsConfiguration.destination", "\"log-analytics\"")]
    [InlineData(1, "properties.workloadProfiles", """[{"name":"D4","workloadProfileType":"D4","minimumCount":1,"maximumCount":3}]""")]
    [InlineData(2, "properties.configuration.triggerType", "\"Schedule\"")]
    [InlineData(2, "properties.configuration.scheduleTriggerConfig.cronExpression", "\"0 3 * * *\"")]
    [InlineData(2, "properties.configuration.replicaTimeout", "300")]
    [InlineData(2, "properties.template.containers[0].image", "\"contoso.azurecr.io/job:1\"")]
    [InlineData(2, "identity.type", "\"SystemAssigned\"")]
    [InlineData(3, "type", "\"Microsoft.App/managedEnvironments/daprComponents\"")]
    [InlineData(3, "properties.componentType", "\"state.azure.cosmosdb\"")]
    [InlineData(3, "properties.metadata", """[{"name":"url","value":"https://x"},{"name":"masterKey","secretRef":"key"}]""")]
    [InlineData(3, "properties.scopes", "[\"web\"]")]
    [InlineData(3, "properties.secrets[0].keyVaultUrl", "\"https://contoso.vault.azure.net/secrets/key\"")]
    [InlineData(4, "properties.password", "\"[sensitive('azurerm_container_app_environment_certificate.tls.certificate_password')]\"")]
    [InlineData(4, "properties.expirationDate", "\"[terraform('azurerm_container_app_environment_certificate.tls.expiration_date')]\"")]
    [InlineData(5, "properties.azureFile", """{"accountName":"contosofiles","accountKey":"[sensitive('azurerm_container_app_environment_storage.share.access_key')]","shareName":"data","accessMode":"ReadWrite"}""")]
    [InlineData(6, "id", "\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.App/containerApps/azapi\"")]
    [InlineData(6, "type", "\"Microsoft.App/containerApps\"")]
    [InlineData(6, "location", "\"westeurope\"")]
    [InlineData(6, "identity.type", "\"SystemAssigned\"")]
    [InlineData(6, "properties.configuration.ingress.allowInsecure", "true")]
    [InlineData(6, "properties.environmentId", "\"[terraform('azapi_resource.app.body.properties.environmentId')]\"")]
    [InlineData(7, "properties.platform.enabled", "true")]
    [InlineData(8, "properties", "\"[terraform('azapi_resource.later.body')]\"")]
    [InlineData(9, "properties.configuration.ingress.allowInsecure", "false")]
    public void Attribute_becomes_a_property(int resource, string path, string? json) => Assert.Equal(json, At(resource, path));

    [Fact]
    public void Sensitive_values_are_nowhere()
    {
        foreach (var resource in Plan.Resources) Assert.DoesNotContain("hunter", Encoding.UTF8.GetString(resource.Utf8.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_an_update_is_a_patch() => Assert.Equal([9], Enumerable.Range(0, Plan.Resources.Length).Where(index => Plan.Resources[index].IsPatch));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"terraform_version":"1.9.0"}""")]
    public void What_is_no_plan_is_refused(string text) => Assert.Equal(["PLB6113"], PlanReader.Read(Encoding.UTF8.GetBytes(text), "p.json").Problems.Select(problem => problem.Code));

    [Fact]
    public void State_is_read_too()
    {
        var state = PlanReader.Read("""{"format_version":"1.0","terraform_version":"1.9.8","values":{"root_module":{"child_modules":[{"resources":[{"address":"module.m.azapi_resource.a","mode":"managed","type":"azapi_resource","values":{"id":"/x","type":"A.B/c@1","name":"a","body":{}}}]}]}}}"""u8.ToArray(), "s.json");

        Assert.Equal("/x", Assert.Single(state.Resources).Label);
    }

    private static string? At(int resource, string path)
    {
        JsonNode? node = JsonNode.Parse(Plan.Resources[resource].Utf8.Span);
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
            node = step.StartsWith('[') ? node?[int.Parse(step.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture)] : node?[step];
        return node?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
