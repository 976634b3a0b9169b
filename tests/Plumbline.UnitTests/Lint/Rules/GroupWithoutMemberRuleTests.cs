namespace Plumbline.UnitTests.Lint.Rules;

public sealed class GroupWithoutMemberRuleTests
{
    private const string Rule = "group-without-member";

    [Theory]
    [InlineData("""{ "policyDefinitions": [ { "policyDefinitionId": "/a/b", "groupNames": ["A"] } ], "policyDefinitionGroups": [ { "name": "a" }, { "name": "b" } ] }""", "policyDefinitionGroups[1]")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}
