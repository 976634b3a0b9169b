using static Plumbline.EmulatorTests.Deployments.DeploymentDocuments;
using static Plumbline.EmulatorTests.EmulatorSession;

namespace Plumbline.EmulatorTests.Deployments;

public sealed class DeploymentTests
{
    private const string Account = Group + "/providers/Microsoft.Storage/storageAccounts/data";

    [Fact]
    public async Task Deployment_is_accepted_and_ends_with_its_resources_and_outputs()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        var body = Body(
            Template(
                $"[{Storage("[parameters('name')]", """{ "where": "[resourceGroup().location]" }""")}]",
                """
                "parameters": { "name": { "type": "string" }, "count": { "type": "int", "defaultValue": 3 } },
                "outputs": { "id": { "type": "string", "value": "[resourceId('Microsoft.Storage/storageAccounts', parameters('name'))]" },
                             "where": { "type": "string", "value": "[reference(parameters('name')).where]" } },
                """),
            """{ "name": { "value": "data" } }""");

        var accepted = await session.PutAsync(At(Group, "first"), DeploymentVersion, body);
        var ended = await session.EndAsync(accepted);
        var deployment = await session.GetAsync(At(Group, "first"), DeploymentVersion);
        var account = await session.GetAsync(Account, "2023-01-01");

        Assert.Equal((201, "Accepted", "Succeeded"), (accepted.Status, accepted.At("properties/provisioningState"), ended.At("status")));
        Assert.StartsWith($"{session.Host.Endpoint.ToString().TrimEnd('/')}{At(Group, "first")}/operationStatuses/", accepted.Headers["Azure-AsyncOperation"], StringComparison.Ordinal);
        Assert.Equal((200, "westeurope"), (account.Status, account.At("properties/where")));
        Assert.Equal(("Succeeded", "Incremental", "Microsoft.Resources/deployments"), (deployment.At("properties/provisioningState"), deployment.At("properties/mode"), deployment.At("type")));
        AssertJson("""{"name":{"type":"String","value":"data"},"count":{"type":"Int","value":3}}""", deployment.At("properties/parameters"));
        AssertJson($$$"""{"id":{"type":"String","value":"{{{Account}}}"},"where":{"type":"String","value":"westeurope"}}""", deployment.At("properties/outputs"));
        AssertJson($$"""[{"id":"{{Account}}"}]""", deployment.At("properties/outputResources"));
        AssertJson("""[{"namespace":"Microsoft.Storage","resourceTypes":[{"resourceType":"storageAccounts","locations":["westeurope"]}]}]""", deployment.At("properties/providers"));
        Assert.Null(deployment.At("properties/template"));
        Assert.Equal(200, (await session.PutAsync(At(Group, "first"), DeploymentVersion, body)).Status);
    }

    [Fact]
    public async Task Operations_tell_of_every_resource_and_of_the_outputs()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.DeployAsync("first", Body(Template($"[{Storage("data")}]", """ "outputs": { "one": { "type": "int", "value": 1 } }, """)));

        var current = await session.GetAsync(At(Group, "first") + "/operations", DeploymentVersion);
        var old = await session.GetAsync(Group + "/deployments/first/operations", DeploymentVersion);
        var id = current.List("operationId").First();
        var one = await session.GetAsync(At(Group, "first") + "/operations/" + id, DeploymentVersion);

        Assert.Equal(["Create", "EvaluateDeploymentOutput"], Enumerable.Range(0, 2).Select(index => current.At($"value/{index}/properties/provisioningOperation")).Order(StringComparer.Ordinal));
        Assert.Equal(current.Json.ToJsonString(), old.Json.ToJsonString());
        Assert.Equal((200, id), (one.Status, one.At("operationId")));
        Assert.Equal(404, (await session.GetAsync(At(Group, "first") + "/operations/none", DeploymentVersion)).Status);
    }

    [Fact]
    public async Task Secure_values_are_in_no_answer()
    {
        const string secret = "hunter2-Zq9";
        await using var session = await (await StartAsync()).WithGroupAsync();
        var nested = $$"""
            { "type": "Microsoft.Resources/deployments", "apiVersion": "2022-09-01", "name": "inner", "properties": { "mode": "Incremental", "expressionEvaluationOptions": { "scope": "inner" },
              "parameters": { "plain": { "value": "[parameters('key')]" } },
              "template": {{Template($"[{Storage("inner", """{ "key": "[concat('k=', parameters('plain'))]" }""")}]", """ "parameters": { "plain": { "type": "string" } }, """)}} } }
            """;
        var body = Body(
            Template(
                $"[{Storage("data", """{ "key": "[parameters('key')]", "choice": "[if(empty(parameters('key')), 'none', 'some')]", "all": "[parameters('bag')]", "length": "[length(parameters('key'))]" }""")}, {nested}]",
                """
                "parameters": { "key": { "type": "securestring" }, "bag": { "type": "secureObject" } },
                "outputs": { "key": { "type": "securestring", "value": "[parameters('key')]" }, "leak": { "type": "string", "value": "[base64(parameters('key'))]" } },
                """),
            $$"""{ "key": { "value": "{{secret}}" }, "bag": { "value": { "inside": "{{secret}}" } } }""");

        var preview = await session.WhatIfAsync(body);
        var deployment = await session.DeployAsync("first", body);
        var account = await session.GetAsync(Account, "2023-01-01");
        var shown = string.Concat(
            preview.ToJsonString(), deployment.Json, account.Json,
            (await session.GetAsync(At(Group, "inner"), DeploymentVersion)).Json, (await session.GetAsync(Group + "/providers/Microsoft.Storage/storageAccounts/inner", "2023-01-01")).Json,
            (await session.GetAsync(At(Group, "first") + "/operations", DeploymentVersion)).Json, (await session.SendAsync(HttpMethod.Post, At(Group, "first") + "/exportTemplate", DeploymentVersion)).Json);

        Assert.Equal("Succeeded", deployment.At("properties/provisioningState"));
        Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("hunter2-Zq9"u8), shown, StringComparison.Ordinal);
        AssertJson("""{"key":{"type":"SecureString"},"bag":{"type":"SecureObject"}}""", deployment.At("properties/parameters"));
        Assert.Equal("""{"type":"SecureString"}""", deployment.At("properties/outputs/key"));
        Assert.Equal(("*******", "some", "11"), (account.At("properties/key"), account.At("properties/choice"), account.At("properties/length")));
    }

    [Fact]
    public async Task Resource_that_cannot_be_written_fails_the_deployment_and_what_depends_on_it()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        const string child = """{ "type": "Microsoft.Storage/storageAccounts/blobServices", "apiVersion": "2023-01-01", "name": "none/default", "properties": {} }""";
        var after = Storage("after", more: """ "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts/blobServices', 'none', 'default')]"], """);

        var accepted = await session.PutAsync(At(Group, "first"), DeploymentVersion, Body(Template($"[{child}, {after}, {Storage("beside")}]")));
        var ended = await session.EndAsync(accepted);
        var deployment = await session.GetAsync(At(Group, "first"), DeploymentVersion);

        Assert.Equal(("Failed", "DeploymentFailed", "ParentResourceNotFound"), (ended.At("status"), ended.At("error/code"), ended.At("error/details/0/code")));
        Assert.Equal(("Failed", "DeploymentFailed"), (deployment.At("properties/provisioningState"), deployment.At("properties/error/code")));
        Assert.Equal(
            "At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.",
            deployment.At("properties/error/message"));
        Assert.Equal(["beside"], (await session.GetAsync(Group + "/resources", "2021-04-01")).Names);
    }

    [Fact]
    public async Task Reference_to_what_exists_is_resolved_and_to_what_does_not_is_an_error()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutAsync(Account, "2023-01-01", """{"location":"westeurope","kind":"StorageV2","properties":{"tier":"Hot"}}""");
        string Reader(string expression) => Body(Template($"[{Storage("reader", $$"""{ "read": "{{expression}}" }""")}]"));

        await session.DeployAsync("known", Reader("[reference(resourceId('Microsoft.Storage/storageAccounts', 'data'), '2023-01-01').tier]"));
        var known = await session.GetAsync(Group + "/providers/Microsoft.Storage/storageAccounts/reader", "2023-01-01");
        await session.DeployAsync("full", Reader("[reference(resourceId('Microsoft.Storage/storageAccounts', 'data'), '2023-01-01', 'Full').kind]"));
        var full = await session.GetAsync(Group + "/providers/Microsoft.Storage/storageAccounts/reader", "2023-01-01");
        await session.DeployAsync("computed", Reader("[concat(reference(resourceId('Microsoft.Storage/storageAccounts', 'data'), '2023-01-01').primaryEndpoints.blob, 'x')]"));
        var computed = await session.GetAsync(Group + "/providers/Microsoft.Storage/storageAccounts/reader", "2023-01-01");
        var missing = await session.DeployAsync("missing", Reader("[reference(resourceId('Microsoft.Storage/storageAccounts', 'none'), '2023-01-01').tier]"));

        Assert.Equal(("Hot", "StorageV2"), (known.At("properties/read"), full.At("properties/read")));
        Assert.Equal($"[concat(reference('{Account}', '2023-01-01').primaryEndpoints.blob, 'x')]", computed.At("properties/read"));
        Assert.Equal(("Failed", "ResourceNotFound"), (missing.At("properties/provisioningState"), missing.At("properties/error/details/0/code")));
        Assert.Equal(
            "The Resource 'Microsoft.Storage/storageAccounts/none' under resource group 'rg' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix",
            missing.At("properties/error/details/0/message"));
    }

    [Fact]
    public async Task Complete_deletes_what_the_template_does_not_name()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.DeployAsync("first", Body(Template($"[{Storage("data")}, {Storage("other")}]")));

        var deployment = await session.DeployAsync("second", Body(Template($"[{Storage("data")}]"), mode: "Complete"));

        Assert.Equal("Succeeded", deployment.At("properties/provisioningState"));
        Assert.Equal(["data"], (await session.GetAsync(Group + "/resources", "2021-04-01")).Names);
        Assert.Equal(["first", "second"], (await session.GetAsync(At(Group, "x")[..^2], DeploymentVersion)).Names);
    }
}
