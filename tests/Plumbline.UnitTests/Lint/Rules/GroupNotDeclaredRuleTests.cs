namespace Plumbline.UnitTests.Lint.Rules;

public sealed class GroupNotDeclaredRuleTests
{
    private const string Rule = "group-not-declared";

    [Theory]
    [InlineData("""{ "policyDefinitions": [ { "policyDefinitionId": "/a/b", "groupNames": ["a", "b"] } ] }""", "policyDefinitions[0].groupNames[0] policyDefinitions[0].groupNames[1]")]
    [InlineData("""{ "policyDefinitions": [ { "policyDefinitionId": "/a/b", "groupNames": ["A"] } ], "policyDefinitionGroups": [ { "name": "a" } ] }""", "")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}
