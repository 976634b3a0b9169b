using Plumbline.Arm;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.UnitTests.Arm;

public sealed class DeploymentTargetTests
{
    [Theory]
    [InlineData("/subscriptions/11111111-1111-1111-1111-111111111111", ScopeKind.Subscription, "/subscriptions/11111111-1111-1111-1111-111111111111", "11111111-1111-1111-1111-111111111111")]
    [InlineData("/subscriptions/11111111-1111-1111-1111-111111111111/", ScopeKind.Subscription, "/subscriptions/11111111-1111-1111-1111-111111111111", "11111111-1111-1111-1111-111111111111")]
    [InlineData("/SUBSCRIPTIONS/11111111-1111-1111-1111-111111111111/resourcegroups/g", ScopeKind.ResourceGroup, "/SUBSCRIPTIONS/11111111-1111-1111-1111-111111111111", "g")]
    [InlineData("/providers/Microsoft.Management/managementGroups/m", ScopeKind.ManagementGroup, "/providers/Microsoft.Management/managementGroups/m", "m")]
    internal void Scope_that_can_be_assigned_at_is_taken_apart(string scope, ScopeKind kind, string definitions, string name) =>
        Assert.Equal(new TargetScope(kind, definitions, scope.TrimEnd('/'), name), TargetScope.Parse(scope));

    [Theory]
    [InlineData("")]
    [InlineData("subscriptions/s")]
    [InlineData("/subscriptions/")]
    [InlineData("/subscriptions/my-subscription")]
    [InlineData("/providers/Microsoft.Management/managementGroups/..")]
    [InlineData("/subscriptions/11111111-1111-1111-1111-111111111111?x")]
    [InlineData("/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups")]
    [InlineData("/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/g/providers/Microsoft.App/containerApps/a")]
    [InlineData("/providers/Microsoft.Management/managementGroups/m/x")]
    public void Other_scope_is_none(string scope) => Assert.Null(TargetScope.Parse(scope));

    [Fact]
    public void Target_without_tls_and_scope_has_both_problems()
    {
        var target = TestTarget.Target("everything") with { Endpoint = new Uri("http://localhost:8080/") };

        Diagnostic[] expected =
        [
            DiagnosticCatalog.EndpointNotHttps(TestTarget.At, "http://localhost:8080/"),
            DiagnosticCatalog.ScopeNotUsable(TestTarget.At, "everything"),
        ];
        Assert.Equal(expected, target.Check(TestTarget.At));
    }

    [Theory]
    [InlineData("azurecloud", "https://management.azure.com/", "https://login.microsoftonline.com/")]
    [InlineData("AzureUSGovernment", "https://management.usgovcloudapi.net/", "https://login.microsoftonline.us/")]
    [InlineData("AzureChinaCloud", "https://management.chinacloudapi.cn/", "https://login.chinacloudapi.cn/")]
    public void Cloud_is_found_by_name(string name, string endpoint, string authorityHost)
    {
        var cloud = ArmCloud.Find(name);

        Assert.Equal((new Uri(endpoint), new Uri(authorityHost)), (cloud?.Endpoint, cloud?.AuthorityHost));
    }

    [Fact]
    public void Cloud_of_another_name_is_none() => Assert.Null(ArmCloud.Find("AzureGermanCloud"));

    [Fact]
    public void Local_cloud_has_its_own_audience() =>
        Assert.Equal(new ArmCloud("Local", new Uri("https://localhost:8443/"), "https://localhost:8443", null), ArmCloud.Local(new Uri("https://localhost:8443/")));
}
