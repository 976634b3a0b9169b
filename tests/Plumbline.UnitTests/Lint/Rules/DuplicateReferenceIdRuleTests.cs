namespace Plumbline.UnitTests.Lint.Rules;

public sealed class DuplicateReferenceIdRuleTests
{
    private const string Rule = "duplicate-reference-id";

    [Theory]
    [InlineData("""{ "policyDefinitions": [ { "policyDefinitionId": "/a/b", "policyDefinitionReferenceId": "1" }, { "policyDefinitionId": "/a/c" } ] }""", "$")]
    [InlineData("""{ "policyDefinitions": [ { "policyDefinitionId": "/a/b" }, { "policyDefinitionId": "/a/c" } ] }""", "")]
    public void Initiative_is_judged(string properties, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Initiative(properties)));
}
