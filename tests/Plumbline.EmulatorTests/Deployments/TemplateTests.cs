using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;
using static Plumbline.EmulatorTests.Deployments.DeploymentDocuments;

namespace Plumbline.EmulatorTests.Deployments;

/// <summary>The template engine by itself, in a world where nothing but the resource group exists. Expected values are those that Azure documents; the agreement test compares whole templates with Bicep's engine.</summary>
public sealed class TemplateTests
{
    private const string Scope = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg1";

    [Theory]
    [InlineData("[resourceId('Microsoft.A/b', 'c')]", $"{Scope}/providers/Microsoft.A/b/c")]
    [InlineData("[resourceId('rg2', 'Microsoft.A/b/c', 'c', 'd')]", "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg2/providers/Microsoft.A/b/c/c/d")]
    [InlineData("[subscriptionResourceId('Microsoft.A/b', 'c')]", "/subscriptions/11111111-1111-1111-1111-111111111111/providers/Microsoft.A/b/c")]
    [InlineData("[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'c')]", "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/c")]
    [InlineData("[tenantResourceId('Microsoft.A/b', 'c')]", "/providers/Microsoft.A/b/c")]
    [InlineData("[extensionResourceId(resourceGroup().id, 'Microsoft.A/b', 'c')]", $"{Scope}/providers/Microsoft.A/b/c")]
    [InlineData("[managementGroupResourceId('mg', 'Microsoft.A/b', 'c')]", "/providers/Microsoft.Management/managementGroups/mg/providers/Microsoft.A/b/c")]
    [InlineData("[deployment().name]", "first")]
    [InlineData("[string(map(createArray(1, 2), lambda('x', mul(lambdaVariables('x'), 2))))]", "[2,4]")]
    [InlineData("[string(filter(createArray(1, 2, 3), lambda('x', greater(lambdaVariables('x'), 1))))]", "[2,3]")]
    [InlineData("[string(sort(createArray(3, 1, 2), lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b')))))]", "[1,2,3]")]
    [InlineData("[string(reduce(createArray(1, 2, 3), 0, lambda('c', 'n', add(lambdaVariables('c'), lambdaVariables('n')))))]", "6")]
    [InlineData("[string(toObject(createArray('a', 'b'), lambda('x', lambdaVariables('x')), lambda('x', 1)))]", "{\"a\":1,\"b\":1}")]
    [InlineData("[string(objectKeys(createObject('b', 1, 'a', 2)))]", "[\"a\",\"b\"]")]
    [InlineData("[string(flatten(createArray(createArray(1, 2), createArray(3))))]", "[1,2,3]")]
    [InlineData("[cidrSubnet('10.144.0.0/20', 24, 3)]", "10.144.3.0/24")]
    [InlineData("[cidrHost('10.144.3.0/24', 1)]", "10.144.3.2")]
    [InlineData("[contoso.greet('you')]", "hello you")]
    [InlineData("[variables('list')[1]]", "v1")]
    [InlineData("[[literal]", "[literal]")]
    [InlineData("[concat('a', reference('x.y/z/w').v)]", $"[concat('a', reference('{Scope}/providers/x.y/z/w').v)]")]
    [InlineData("[listKeys(resourceId('Microsoft.A/b', 'c'), '2020-01-01').keys[0].value]", $"[listKeys('{Scope}/providers/Microsoft.A/b/c', '2020-01-01').keys[0].value]")]
    public void Expression_has_its_value(string expression, string expected)
    {
        var (body, problem) = Assert.Single(Expand($$"""[{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "n", "properties": { "p": {{JsonSerializer.Serialize(expression)}} } }]""").Resources).Body(new World());

        Assert.Null(problem);
        Assert.Equal(expected, ((body?["properties"] as ObjectValue)?["p"] as TextValue)?.Value);
    }

    [Fact]
    public void Loops_conditions_and_dependencies_decide_what_is_written_and_when()
    {
        var plan = Expand("""
            [{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "last", "dependsOn": ["loop", "[resourceId('A.B/c', 'off')]"], "properties": { "x": "[reference('middle').y]" } },
             { "type": "A.B/c", "apiVersion": "2020-01-01", "name": "middle" },
             { "type": "A.B/c", "apiVersion": "2020-01-01", "name": "off", "condition": "[equals(1, 2)]" },
             { "type": "A.B/c", "apiVersion": "2020-01-01", "name": "[concat('c', copyIndex(1))]", "copy": { "name": "loop", "count": 2 },
               "properties": { "copy": [{ "name": "ports", "count": 2, "input": "[add(copyIndex('ports'), mul(copyIndex(), 10))]" }] } }]
            """);

        Assert.Empty(plan.Problems);
        Assert.Equal(["middle", "c1", "c2", "last"], plan.Resources.Select(resource => resource.Name));
        Assert.Equal([$"{Scope}/providers/A.B/c/c1", $"{Scope}/providers/A.B/c/c2", $"{Scope}/providers/A.B/c/middle"], plan.Resources[^1].DependsOn.Order(StringComparer.Ordinal));
        Assert.Equal("""{"properties":{"ports":[10,11]}}""", PolicyValueWriter.ToCompactJson(plan.Resources[2].Body(new World()).Body ?? new ObjectValue([])));
    }

    [Fact]
    public void Symbolic_names_and_existing_resources_are_understood()
    {
        var plan = Expand(
            """
            { "old": { "existing": true, "type": "A.B/c", "apiVersion": "2020-01-01", "name": "old" },
              "young": { "type": "A.B/c/d", "apiVersion": "2020-01-01", "name": "old/young", "dependsOn": ["old"], "properties": { "x": "[reference('old').y]" } } }
            """,
            """ "languageVersion": "2.0", """);

        Assert.Empty(plan.Problems);
        Assert.Equal("""{"properties":{"x":"[reference('/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg1/providers/A.B/c/old', '2020-01-01').y]"}}""",
            PolicyValueWriter.ToCompactJson(plan.Resources.Single(resource => !resource.IsExisting).Body(new World()).Body ?? new ObjectValue([])));
    }

    [Theory]
    [InlineData("""[{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "[concat('n', copyIndex())]", "copy": { "name": "l", "count": 801 } }]""")]
    [InlineData("""[{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "[variables('round')]" }]""")]
    [InlineData("""[{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "[utcNow()]" }]""")]
    [InlineData("""[{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "[reference('x').y]" }]""")]
    [InlineData("""[{ "type": "A.B/c", "apiVersion": "2020-01-01", "name": "n", "properties": { "copy": [{ "name": "a", "count": 800, "input": { "copy": [{ "name": "b", "count": 800, "input": { "copy": [{ "name": "c", "count": 800, "input": 1 }] } }] } }] } }]""")]
    public void Template_that_asks_too_much_is_a_problem(string resources) => Assert.NotEmpty(Expand(resources).Problems);

    private static TemplateExpansion Expand(string resources, string rest = "")
    {
        var template = Template(resources, rest + """
            "variables": { "copy": [{ "name": "list", "count": 2, "input": "[concat('v', copyIndex('list'))]" }], "round": "[variables('trip')]", "trip": "[variables('round')]" },
            "functions": [{ "namespace": "contoso", "members": { "greet": { "parameters": [{ "name": "who", "type": "string" }], "output": { "type": "string", "value": "[concat('hello ', parameters('who'))]" } } } }],
            """);
        using var document = JsonDocument.Parse(template);
        return TemplateExpander.Expand(
            (ObjectValue)PolicyValueReader.FromElement(document.RootElement),
            ImmutableDictionary<string, ParameterInput>.Empty,
            new DeploymentPlace("22222222-2222-2222-2222-222222222222", SubscriptionId: "11111111-1111-1111-1111-111111111111", ResourceGroup: "rg1"),
            new DeploymentFacts("first", null, "Incremental", DateTimeOffset.UnixEpoch, "seed", "principal", new ObjectValue([])),
            new World());
    }

    private sealed class World : IDeploymentWorld
    {
        public bool IsFinal => false;

        public ObjectValue? Resource(string id) => id == Scope ? PolicyValueReader.Object(("id", new TextValue(id)), ("location", new TextValue("westeurope"))) : null;
    }
}
