using static Plumbline.EmulatorTests.Deployments.DeploymentDocuments;
using static Plumbline.EmulatorTests.EmulatorSession;
using static Plumbline.EmulatorTests.PolicyDocuments;

namespace Plumbline.EmulatorTests.Deployments;

/// <summary>Deployments that do not begin, and operations on those that exist.</summary>
public sealed class DeploymentRefusalTests
{
    [Theory]
    [InlineData("string", "", "", "The value for the template parameter 'p' is not provided. Please see https://aka.ms/arm-create-parameter-file for usage details.")]
    [InlineData("string", "", "3", "The provided value for the template parameter 'p' is not valid. Expected a value of type 'String', but received a value of type 'Integer'. Please see https://aka.ms/arm-create-parameter-file for usage details.")]
    [InlineData("int", "", "\"3\"", "The provided value for the template parameter 'p' is not valid. Expected a value of type 'Integer', but received a value of type 'String'. Please see https://aka.ms/arm-create-parameter-file for usage details.")]
    [InlineData("string", "\"allowedValues\":[\"x\",\"y\"],", "\"z\"", "The provided value for the template parameter 'p' is not valid. The value 'z' is not part of the allowed value(s): 'x,y'.")]
    [InlineData("string", "\"minLength\":3,", "\"ab\"", "The provided value for the template parameter 'p' is not valid. Length of the value should be greater than or equal to '3'. Please see https://aka.ms/arm-syntax-parameters for usage details.")]
    [InlineData("array", "\"maxLength\":1,", "[1,2]", "The provided value for the template parameter 'p' is not valid. Length of the value should be less than or equal to '1'. Please see https://aka.ms/arm-syntax-parameters for usage details.")]
    [InlineData("int", "\"maxValue\":1,", "2", "The provided value for the template parameter 'p' is not valid. Value should be less than or equal to '1'. Please see https://aka.ms/arm-syntax-parameters for usage details.")]
    public async Task Parameter_that_does_not_fit_is_refused_in_the_words_of_the_engine(string type, string constraint, string value, string reason)
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        var template = Template("[]", $$""" "parameters": { "p": { {{constraint}} "type": "{{type}}" } }, """);

        var answer = await session.ValidateAsync(Body(template, value.Length == 0 ? "{}" : $$"""{ "p": { "value": {{value}} } }"""));

        Assert.Equal((400, "InvalidTemplate", $"Deployment template validation failed: '{reason}'."), (answer.Status, answer.Code, answer.Message));
    }

    [Theory]
    [InlineData("""{ "p": { "reference": { "keyVault": { "id": "x" }, "secretName": "s" } } }""", "KeyVaultParameterReferenceSecretRetrieveFailed")]
    [InlineData("""{ "p": { } }""", "InvalidDeploymentParameterValue")]
    [InlineData("""{ "p": 3 }""", "InvalidDeploymentParameterType")]
    [InlineData("""{ "p": { "value": "x" }, "q": { "value": "x" } }""", "InvalidTemplate")]
    public async Task Parameter_that_cannot_be_read_is_refused(string parameters, string code)
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var answer = await session.ValidateAsync(Body(Template("[]", """ "parameters": { "p": { "type": "string" } }, """), parameters));

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("""{ }""", "InvalidRequestContent")]
    [InlineData("""{ "properties": { "mode": "Incremental" } }""", "InvalidRequestContent")]
    [InlineData("""{ "properties": { "mode": "Wrong", "template": {} } }""", "InvalidRequestContent")]
    [InlineData("""{ "properties": { "mode": "Incremental", "template": {} } }""", "InvalidTemplate")]
    [InlineData("""{ "properties": { "mode": "Incremental", "templateLink": { "uri": "https://example.com/t.json" } } }""", "InvalidContentLink")]
    [InlineData("""{ "location": "westeurope", "properties": { "mode": "Incremental", "template": {} } }""", "InvalidDeployment")]
    public async Task Body_that_is_no_deployment_is_refused(string body, string code)
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var answer = await session.PutAsync(At(Group, "first"), DeploymentVersion, body);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Equal(404, (await session.GetAsync(At(Group, "first"), DeploymentVersion)).Status);
    }

    [Theory]
    [InlineData("""[{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "[nosuch()]" }]""", "The template resource '[nosuch()]' is not valid: The template function 'nosuch' is not valid. Please see https://aka.ms/arm-functions for usage details.")]
    [InlineData("""[{ "type": "A.B/c/d", "apiVersion": "2020-01-01", "name": "a" }]""", "The template resource 'a' of type 'A.B/c/d' has an invalid name. The name 'a' contains '1' name segment(s) separated by '/', but '2' segment(s) were expected. Please see https://aka.ms/arm-syntax-resources for usage details.")]
    [InlineData("""[{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "a", "dependsOn": ["b"] }]""", "The resource 'b' is not defined in the template. Please see https://aka.ms/arm-syntax for usage details.")]
    [InlineData("""[{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "a" }, { "type": "A.B/c", "apiVersion": "2020-01-01", "name": "A" }]""", "The resource '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/A.B/c/A' is defined multiple times in a template. Please see https://aka.ms/arm-syntax-resources for usage details.")]
    [InlineData("""[{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "a", "dependsOn": ["b"] }, { "type": "A.B/c", "apiVersion": "2020-01-01", "name": "b", "properties": { "x": "[reference('a').y]" } }]""", "Circular dependency detected on resource: '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/A.B/c/a'. Please see https://aka.ms/arm-syntax-resources for usage details.")]
    public async Task Template_that_is_wrong_is_refused(string resources, string reason)
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var answer = await session.ValidateAsync(Body(Template(resources)));

        Assert.Equal((400, "InvalidTemplate"), (answer.Status, answer.Code));
        Assert.Contains($"Deployment template validation failed: '{reason}'.", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denied_resource_is_found_before_anything_is_written()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.PutOkAsync(Definition, DefinitionBody);
        await session.PutOkAsync(Assignment, AssignmentBody(Definition));
        var body = Body(Template($$"""[{{Storage("data")}}, { "type": "Microsoft.App/containerApps", "apiVersion": "2024-03-01", "name": "web", "location": "westeurope", "properties": { "configuration": { "ingress": { "external": true } } } }]"""));

        var validated = await session.ValidateAsync(body);
        var created = await session.PutAsync(At(Group, "first"), DeploymentVersion, body);

        Assert.Equal((400, "InvalidTemplateDeployment", "The template deployment failed because of policy violation. Please see details for more information."), (validated.Status, validated.Code, validated.Message));
        Assert.Equal(validated.Json.ToJsonString(), created.Json.ToJsonString());
        Assert.Equal(("RequestDisallowedByPolicy", "web", "PolicyViolation"), (created.At("error/details/0/code"), created.At("error/details/0/target"), created.At("error/details/0/additionalInfo/0/type")));
        Assert.Equal(404, (await session.GetAsync(At(Group, "first"), DeploymentVersion)).Status);
        Assert.Equal(404, (await session.GetAsync(Group + "/providers/Microsoft.Storage/storageAccounts/data", "2023-01-01")).Status);
    }

    [Fact]
    public async Task Deployment_is_listed_looked_for_exported_and_deleted()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();
        await session.DeployAsync("good", Body(Template($"[{Storage("data")}]")));
        await session.DeployAsync("bad", Body(Template("""[{ "type": "Microsoft.Storage/storageAccounts/blobServices", "apiVersion": "2023-01-01", "name": "none/default" }]""")));
        const string all = Group + "/providers/Microsoft.Resources/deployments";

        var failed = await session.GetAsync(all + "?$filter=provisioningState eq 'Failed'", DeploymentVersion);
        var top = await session.GetAsync(all + "?$top=1", DeploymentVersion);
        var head = await session.SendAsync(HttpMethod.Head, At(Group, "good"), DeploymentVersion);
        var cancel = await session.SendAsync(HttpMethod.Post, At(Group, "good") + "/cancel", DeploymentVersion);
        var exported = await session.SendAsync(HttpMethod.Post, At(Group, "good") + "/exportTemplate", DeploymentVersion);
        var deleted = await session.DeleteAsync(At(Group, "good"), DeploymentVersion);

        Assert.Equal(["bad"], failed.Names);
        Assert.Equal((1, true), (top.Names.Length, top.At("nextLink") is not null));
        Assert.Equal((204, 409, "DeploymentCannotBeCancelled"), (head.Status, cancel.Status, cancel.Code));
        Assert.Equal((200, "data"), (exported.Status, exported.At("template/resources/0/name")));
        Assert.Equal((204, 404), (deleted.Status, (await session.SendAsync(HttpMethod.Head, At(Group, "good"), DeploymentVersion)).Status));
        Assert.Equal("DeploymentNotFound", (await session.GetAsync(At(Group, "good"), DeploymentVersion)).Code);
    }

    [Theory]
    [InlineData("/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg", "SubscriptionNotFound")]
    [InlineData(Subscription + "/resourceGroups/none", "ResourceGroupNotFound")]
    public async Task Scope_that_does_not_exist_is_refused(string scope, string code)
    {
        await using var session = await StartAsync();

        var answer = await session.PutAsync(At(scope, "first"), DeploymentVersion, Body(Template("[]")));

        Assert.Equal((404, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Name_has_at_most_64_characters()
    {
        await using var session = await (await StartAsync()).WithGroupAsync();

        var answer = await session.PutAsync(At(Group, new string('a', 65)), DeploymentVersion, Body(Template("[]")));

        Assert.Equal((400, "DeploymentNameLengthLimitExceeded"), (answer.Status, answer.Code));
    }
}
