namespace Plumbline.UnitTests.Lint.Rules;

public sealed class DeploymentParameterNotPassedRuleTests
{
    private const string Rule = "deployment-parameter-not-passed";

    [Theory]
    [InlineData("""{ "effect": "deployIfNotExists", "details": { "type": "a/b", "deployment": { "properties": { "template": { "parameters": { "a": { "type": "string" }, "b": { "type": "string", "defaultValue": "" } } } } } } }""", "policyRule.then.details.deployment.properties.template.parameters.a")]
    [InlineData("""{ "effect": "deployIfNotExists", "details": { "type": "a/b", "deployment": { "properties": { "parameters": { "A": { "value": 1 } }, "template": { "parameters": { "a": { "type": "string" } } } } } } }""", "")]
    [InlineData("""{ "effect": "deployIfNotExists", "details": { "type": "a/b", "deployment": { "properties": { "parameters": "[parameters('x')]", "template": { "parameters": { "a": { "type": "string" } } } } } } }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}
