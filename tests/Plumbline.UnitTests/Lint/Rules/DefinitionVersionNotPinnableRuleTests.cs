namespace Plumbline.UnitTests.Lint.Rules;

public sealed class DefinitionVersionNotPinnableRuleTests
{
    private const string Rule = "definition-version-not-pinnable";

    [Theory]
    [InlineData("""{ "policyDefinitions": [ { "policyDefinitionId": "/a/b", "definitionVersion": "latest" } ] }""", "policyDefinitions[0].definitionVersion")]
    [InlineData("""{ "policyDefinitions": [ { "policyDefinitionId": "/a/b", "definitionVersion": "1.*.*-preview" } ] }""", "")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}
