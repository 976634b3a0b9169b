namespace Plumbline.UnitTests.Lint.Rules;

public sealed class DeploymentParameterNotDeclaredRuleTests
{
    private const string Rule = "deployment-parameter-not-declared";

    [Theory]
    [InlineData("""{ "effect": "deployIfNotExists", "details": { "type": "a/b", "deployment": { "properties": { "parameters": { "a": { "value": 1 } }, "template": {} } } } }""", "policyRule.then.details.deployment.properties.parameters.a")]
    [InlineData("""{ "effect": "deployIfNotExists", "details": { "type": "a/b", "deployment": { "properties": { "parameters": { "a": { "value": 1 } }, "template": { "parameters": { "A": { "type": "int" } } } } } } }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}
