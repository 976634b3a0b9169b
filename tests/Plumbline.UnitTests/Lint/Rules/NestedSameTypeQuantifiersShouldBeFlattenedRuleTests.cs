namespace Plumbline.UnitTests.Lint.Rules;

public sealed class NestedSameTypeQuantifiersShouldBeFlattenedRuleTests
{
    private const string Rule = "nested-same-type-quantifiers-should-be-flattened";

    [Theory]
    [InlineData("""{ "anyOf": [ { "field": "name", "exists": true }, { "anyOf": [ { "field": "kind", "exists": true }, { "field": "id", "exists": true } ] } ] }""", "policyRule.if.anyOf[1].anyOf")]
    [InlineData("""{ "allOf": [ { "field": "name", "exists": true }, { "anyOf": [ { "field": "kind", "exists": true }, { "field": "id", "exists": true } ] } ] }""", "")]
    [InlineData("""{ "allOf": [ { "allOf": [ { "field": "kind", "exists": true }, { "field": "id", "exists": true } ] } ] }""", "")]
    [InlineData("""{ "allOf": [ { "field": "name", "exists": true }, { "allOf": [ { "field": "kind", "exists": true } ] } ] }""", "")]
    public void Condition_is_judged(string condition, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.If(condition)));
}
