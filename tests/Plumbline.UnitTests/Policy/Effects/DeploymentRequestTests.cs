using Plumbline.Policy.Effects;
using Plumbline.Policy.Values;
using static Plumbline.UnitTests.Policy.Effects.EffectSample;

namespace Plumbline.UnitTests.Policy.Effects;

public sealed class DeploymentRequestTests
{
    private const string Deployment = """
        "deployment": {"location": "northeurope", "properties": {"mode": "incremental", "template": {"resources": [{"name": "[parameters('n')]"}]}, "parameters": {"n": {"value": "[concat(field('name'), '-x')]"}}}}
        """;

    [Fact]
    public void Parameters_are_evaluated_and_the_template_is_not()
    {
        var (request, error) = Of(Deployment + """, "roleDefinitionIds": ["/r1"], "evaluationDelay": "PT60M" """);

        Assert.Null(error);
        Assert.NotNull(request);
        Assert.Equal(("/subscriptions/s/resourceGroups/rg", ResourceId, "Incremental", null), (request.Scope, request.ResourceId, request.Mode, request.Location));
        Assert.Equal("""{"n":{"value":"a-x"}}""", PolicyValueWriter.ToCompactJson(request.Parameters));
        Assert.Equal("""{"resources":[{"name":"[parameters('n')]"}]}""", PolicyValueWriter.ToCompactJson(request.Template));
        Assert.Equal("/r1", Assert.Single(request.RoleDefinitionIds));
        Assert.Equal(TimeSpan.FromHours(1), request.Delay.Time);
        Assert.Matches("^PolicyDeployment_[0-9]{10,20}$", request.Name);
    }

    [Theory]
    [InlineData("""  "deploymentScope": "Subscription", """, "/subscriptions/s", "northeurope")]
    [InlineData("""  "resourceGroupName": "[concat('other', '-', 'rg')]", """, "/subscriptions/s/resourceGroups/other-rg", null)]
    public void Scope_is_the_one_that_the_details_name(string details, string scope, string? location)
    {
        var (request, _) = Of(details + Deployment);

        Assert.Equal((scope, location), (request?.Scope, request?.Location));
    }

    [Theory]
    [InlineData("""  "kind": "x" """, "the policy has no deployment")]
    [InlineData("""  "deployment": {"properties": {"mode": "incremental"}} """, "the deployment has no template")]
    [InlineData("""  "deploymentScope": "subscription", "deployment": {"properties": {"template": {}}} """, "the deployment to the subscription has no location")]
    [InlineData("""  "deployment": {"properties": {"template": {}, "parameters": {"n": {"value": "[div(1, 0)]"}}}} """, "the parameters of the deployment cannot be evaluated on the resource")]
    public void What_cannot_be_deployed_says_why(string details, string expected)
    {
        var (request, error) = Of(details);

        Assert.Null(request);
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Other_effects_deploy_nothing()
    {
        var record = Records(Account("""  "tags": {} """), "All", Modify(Set("tags.a", "\"1\"")))[0];

        Assert.Equal((null, null), DeploymentRequest.Of(record));
    }

    [Theory]
    [InlineData(null, null, 10)]
    [InlineData("AfterProvisioning", ProvisioningEnd.AfterProvisioning, 0)]
    [InlineData("afterprovisioningsuccess", ProvisioningEnd.AfterProvisioningSuccess, 0)]
    [InlineData("AfterProvisioningFailure", ProvisioningEnd.AfterProvisioningFailure, 0)]
    [InlineData("AfterProvisioningNever", null, 10)]
    [InlineData("PT0M", null, 0)]
    [InlineData("pt6h", null, 360)]
    [InlineData("PT361M", null, 10)]
    [InlineData("-PT5M", null, 10)]
    [InlineData("15", null, 15)]
    [InlineData("soon", null, 10)]
    public void Delay_is_read(string? text, ProvisioningEnd? after, int minutes) => Assert.Equal(new EvaluationDelay(after, TimeSpan.FromMinutes(minutes)), EvaluationDelay.Parse(text));

    private static (DeploymentRequest? Request, string? Error) Of(string details)
    {
        var rule = $$"""{"if": {"field": "type", "equals": "Microsoft.Storage/storageAccounts"}, "then": {"effect": "deployIfNotExists", "details": {"type": "Microsoft.Insights/diagnosticSettings", {{details}} } } }""";
        return DeploymentRequest.Of(Records(Account("""  "tags": {} """), "All", rule)[0]);
    }
}
