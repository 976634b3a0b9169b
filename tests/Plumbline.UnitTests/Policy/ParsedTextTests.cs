using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy;

public sealed class ParsedTextTests
{
    [Theory]
    [InlineData("""{"policyRule": {"if": {"allOf": []}, "then": {"effect": "audit"}}}""", PolicyTextKind.Definition)]
    [InlineData("""{"properties": 1}""", PolicyTextKind.Definition)]
    [InlineData("""{"IF": {"allOf": []}, "then": {"effect": "audit"}}""", PolicyTextKind.Rule)]
    [InlineData("""{"then": 1}""", PolicyTextKind.Rule)]
    [InlineData("""{"value": 1, "equals": 1}""", PolicyTextKind.Condition)]
    [InlineData("""{"notEquals": 1}""", PolicyTextKind.Condition)]
    [InlineData("[]", PolicyTextKind.Unknown)]
    [InlineData("nonsense", PolicyTextKind.Unknown)]
    public void Kind_is_told_with_and_without_errors(string text, PolicyTextKind kind)
    {
        var result = PolicyParser.ParseAny(new SourceText("text", text));

        Assert.Equal(kind, result.Kind);
        Assert.Equal(
            (result.IsValid && kind == PolicyTextKind.Definition, result.IsValid && kind == PolicyTextKind.Rule, result.IsValid && kind == PolicyTextKind.Condition),
            (result.Definition is not null, result.Rule is not null, result.Condition is not null));
    }

    [Fact]
    public void Details_of_modify_are_typed()
    {
        var then = Then("""{"effect": "MODIFY", "details": {"roleDefinitionIds": ["r"], "conflictEffect": "audit", "operations": [{"operation": "ADDORREPLACE", "field": "tags.a", "value": "[field('name')]", "condition": "[equals(1, 1)]"}, {"operation": "Remove", "field": "b"}]}}""");

        var expected = new ModifyDetails(
            new ArrayValue([new TextValue("r")]),
            new TextValue("audit"),
            [new ModifyOperation("addOrReplace", "tags.a", new TextValue("[field('name')]"), new TextValue("[equals(1, 1)]")), new ModifyOperation("remove", "b", null, null)]);
        Assert.Equal(expected, then?.TypedDetails);
    }

    [Theory]
    [InlineData("""[{"field": "a", "value": 1}, {"FIELD": "b", "Value": null}]""", 2)]
    [InlineData("""{"field": "a", "value": 1}""", 1)]
    public void Details_of_append_are_typed(string details, int count)
    {
        var then = Then($$"""{"effect": "append", "details": {{details}}}""");

        AppendField[] all = [new("a", new IntegerValue(1)), new("b", NullValue.Instance)];
        Assert.Equal(new AppendDetails([.. all.Take(count)]), then?.TypedDetails);
    }

    [Fact]
    public void Details_of_existence_are_typed()
    {
        var then = Then("""{"effect": "[parameters('effect')]", "details": {"TYPE": "a/b", "name": "n", "kind": "k", "resourceGroupName": "g", "existenceScope": "subscription", "evaluationDelay": "PT1M", "roleDefinitionIds": [], "deploymentScope": "Subscription", "deployment": {"x": 1}, "ExistenceCondition": {"allOf": []}}}""");

        var details = Assert.IsType<ExistenceDetails>(then?.TypedDetails);
        Assert.Equal(
            ["a/b", "n", "k", "g", "subscription", "PT1M", "Subscription"],
            new[] { details.Type, details.Name, details.Kind, details.ResourceGroupName, details.ExistenceScope, details.EvaluationDelay, details.DeploymentScope }.Select(value => (value as TextValue)?.Value));
        Assert.Equal(PolicyValueReader.Object(("x", new IntegerValue(1))), details.Deployment);
        Assert.Equal(new ArrayValue([]), details.RoleDefinitionIds);
        Assert.Equal(new AllOfCondition([]), details.ExistenceCondition);
        Assert.Same(then?.ExistenceCondition, details.ExistenceCondition);
    }

    [Fact]
    public void Details_of_denyAction_and_manual_are_typed()
    {
        Assert.Equal(new ManualDetails(new TextValue("Unknown")), Then("""{"effect": "manual", "details": {"defaultState": "Unknown"}}""")?.TypedDetails);
        Assert.Equal(
            new DenyActionDetails(new ArrayValue([new TextValue("delete")]), PolicyValueReader.Object(("resourceGroup", new TextValue("deny")))),
            Then("""{"effect": "denyaction", "details": {"actionNames": ["delete"], "cascadeBehaviors": {"resourceGroup": "deny"}}}""")?.TypedDetails);
    }

    [Theory]
    [InlineData("""{"effect": "deny", "details": {"type": "a/b", "message": "m"}}""")]
    [InlineData("""{"effect": "audit"}""")]
    [InlineData("""{"effect": "modify"}""")]
    [InlineData("""{"effect": "mutate", "details": {"mutationInfo": {}}}""")]
    public void Details_without_a_family_are_untyped(string then) => Assert.Null(Then(then)?.TypedDetails);

    [Fact]
    public void Spelling_and_opaque_values_are_kept()
    {
        const string text = """{"metadata": {"a": 1, "A": 2}, "policyRule": {"if": {"value": {"X": "é\u0041", "x": [1.0, 1]}, "exists": true}, "then": {"effect": "dEnY", "details": {"k": null, "K": {"k": 1}}}}}""";

        var definition = PolicyParser.ParseDefinition(new SourceText("text", text)).Value;

        Assert.Equal("dEnY", definition?.Then.Effect);
        Assert.Equal(PolicyValueReader.Object(("a", new IntegerValue(1)), ("A", new IntegerValue(2))), definition?.Metadata);
        Assert.Equal(PolicyValueReader.Object(("k", NullValue.Instance), ("K", PolicyValueReader.Object(("k", new IntegerValue(1))))), definition?.Then.Details);
        Assert.Equal("""{"X":"éA","x":[1.0,1]}""", definition?.If is LeafCondition { Subject: ValueSubject value } ? PolicyValueWriter.ToCompactJson(value.Value.Literal) : null);
    }

    private static EffectClause? Then(string then) => PolicyParser.ParseAny(new SourceText("text", $$"""{"if": {"allOf": []}, "then": {{then}}}""")).Rule?.Then;
}
