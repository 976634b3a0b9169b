namespace Plumbline.UnitTests.Lint.Rules;

public sealed class MixedDefinitionVersionsRuleTests
{
    private const string Rule = "mixed-definition-versions";

    [Theory]
    [InlineData("""{ "policyDefinitions": [ { "policyDefinitionId": "/a/b", "policyDefinitionReferenceId": "x", "definitionVersion": "1.*.*" }, { "policyDefinitionId": "/A/B", "policyDefinitionReferenceId": "y" } ] }""", "policyDefinitions[1]")]
    [InlineData("""{ "policyDefinitions": [ { "policyDefinitionId": "/a/b", "policyDefinitionReferenceId": "x", "definitionVersion": "1.*.*" }, { "policyDefinitionId": "/a/c", "policyDefinitionReferenceId": "y" } ] }""", "")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}
