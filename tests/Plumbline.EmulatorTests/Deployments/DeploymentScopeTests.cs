using static Plumbline.EmulatorTests.Deployments.DeploymentDocuments;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Deployments;

/// <summary>Deployments above resource groups, and deployments inside deployments.</summary>
public sealed class DeploymentScopeTests
{
    private const string SubscriptionSchema = "2018-05-01/subscriptionDeploymentTemplate.json#";
    private const string Location = """ "location": "westeurope", """;

    [Fact]
    public async Task Subscription_deployment_makes_a_group_and_what_is_in_it()
    {
        await using var session = await StartAsync();
        const string group = """{ "type": "Microsoft.Resources/resourceGroups", "apiVersion": "2021-04-01", "name": "made", "location": "[deployment().location]" }""";
        var inner = Template(
            $"[{Storage("[parameters('name')]")}]",
            """ "parameters": { "name": { "type": "string" } }, "outputs": { "id": { "type": "string", "value": "[resourceId('Microsoft.Storage/storageAccounts', parameters('name'))]" } }, """);
        var module = $$"""
            { "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "module", "resourceGroup": "made",
              "dependsOn": ["[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'made')]"],
              "properties": { "mode": "Incremental", "expressionEvaluationOptions": { "scope": "inner" }, "parameters": { "name": { "value": "data" } }, "template": {{inner}} } }
            """;
        var template = Template($"[{module}, {group}]", """ "outputs": { "id": { "type": "string", "value": "[reference('module').outputs.id.value]" } }, """, SubscriptionSchema);

        var deployment = await session.DeployAsync("all", Body(template, more: Location), Subscription);
        var nested = await session.GetAsync(At(Subscription + "/resourceGroups/made", "module"), DeploymentVersion);

        const string account = Subscription + "/resourceGroups/made/providers/Microsoft.Storage/storageAccounts/data";
        Assert.Equal(("Succeeded", account), (deployment.At("properties/provisioningState"), deployment.At("properties/outputs/id/value")));
        Assert.Equal(("Succeeded", "data"), (nested.At("properties/provisioningState"), nested.At("properties/parameters/name/value")));
        Assert.Equal(200, (await session.GetAsync(account, "2023-01-01")).Status);
        Assert.Equal("westeurope", (await session.GetAsync(Subscription + "/resourceGroups/made", "2021-04-01")).At("location"));
        Assert.Equal("module", deployment.At("properties/dependencies/0/resourceName"));
    }

    [Fact]
    public async Task Expressions_of_the_outer_scope_are_those_of_the_outer_template()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        var inner = Template($"[{Storage("[variables('name')]", """{ "own": "[[parameters('p')]", "deployment": "[deployment().name]" }""")}]", """ "parameters": { "p": { "type": "string" } }, """);
        var module = $$"""
            { "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "module",
              "properties": { "mode": "Incremental", "parameters": { "p": { "value": "given" } }, "template": {{inner}} } }
            """;

        await session.DeployAsync("outer", Body(Template($"[{module}]", """ "variables": { "name": "data" }, """)));
        var account = await session.GetAsync(Group + "/providers/Microsoft.Storage/storageAccounts/data", "2023-01-01");

        Assert.Equal(("given", "outer"), (account.At("properties/own"), account.At("properties/deployment")));
    }

    [Fact]
    public async Task Policies_are_deployed_to_subscriptions_and_management_groups()
    {
        await using var session = await StartAsync();
        const string rule = """{ "mode": "All", "policyRule": { "if": { "field": "type", "equals": "Microsoft.App/jobs" }, "then": { "effect": "audit" } } }""";
        var template = Template($$"""[{ "type": "Microsoft.Authorization/policyDefinitions", "apiVersion": "2025-03-01", "name": "jobs", "properties": {{rule}} }]""", schema: SubscriptionSchema);

        var deployment = await session.DeployAsync("policy", Body(template, more: Location), Subscription);
        var root = $"/providers/Microsoft.Management/managementGroups/{Tenant}";
        var empty = await session.DeployAsync("nothing", Body(Template("[]", schema: "2019-08-01/managementGroupDeploymentTemplate.json#"), more: Location), root);
        var tenant = await session.DeployAsync("nothing", Body(Template("[]", schema: "2019-08-01/tenantDeploymentTemplate.json#"), more: Location), string.Empty);

        Assert.Equal("Succeeded", deployment.At("properties/provisioningState"));
        Assert.Equal(200, (await session.GetAsync(Subscription + "/providers/Microsoft.Authorization/policyDefinitions/jobs", PolicyVersion)).Status);
        Assert.Equal((At(root, "nothing"), At(string.Empty, "nothing")), (empty.At("id"), tenant.At("id")));
        Assert.Equal(["policy"], (await session.GetAsync(Subscription + "/providers/Microsoft.Resources/deployments", DeploymentVersion)).Names);
    }

    [Fact]
    public async Task Deployment_above_a_group_needs_a_location_and_keeps_it()
    {
        await using var session = await StartAsync();
        var body = Body(Template("[]", schema: SubscriptionSchema));

        var without = await session.ValidateAsync(body, Subscription);
        await session.DeployAsync("all", Body(Template("[]", schema: SubscriptionSchema), more: Location), Subscription);
        var moved = await session.PutAsync(At(Subscription, "all"), DeploymentVersion, Body(Template("[]", schema: SubscriptionSchema), more: """ "location": "northeurope", """));
        var complete = await session.ValidateAsync(Body(Template("[]", schema: SubscriptionSchema), mode: "Complete", more: Location), Subscription);
        var foreign = await session.ValidateAsync(Body(Template("[]"), more: Location), Subscription);

        Assert.Equal((400, "LocationRequired"), (without.Status, without.Code));
        Assert.Equal((409, "InvalidDeploymentLocation"), (moved.Status, moved.Code));
        Assert.Equal("Invalid deployment location 'northeurope'. The deployment 'all' already exists in location 'westeurope'.", moved.Message);
        Assert.Equal(("InvalidDeployment", "InvalidDeploymentSchema"), (complete.Code, foreign.Code));
    }
}
