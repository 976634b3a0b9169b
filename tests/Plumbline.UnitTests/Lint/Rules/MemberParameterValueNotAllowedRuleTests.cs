namespace Plumbline.UnitTests.Lint.Rules;

public sealed class MemberParameterValueNotAllowedRuleTests
{
    private const string Rule = "member-parameter-value-not-allowed";

    [Theory]
    [InlineData("""{ "effect": { "value": "audit" } }""", "policyDefinitions[0].parameters.effect")]
    [InlineData("""{ "pattern": { "value": 1 } }""", "policyDefinitions[0].parameters.pattern")]
    [InlineData("""{ "kinds": { "value": ["b"] } }""", "")]
    [InlineData("""{ "kinds": { "value": ["c"] } }""", "policyDefinitions[0].parameters.kinds")]
    [InlineData("""{ "effect": { "value": "[parameters('effect')]" }, "pattern": { "value": "a*" } }""", "")]
    public void What_a_member_is_passed_is_judged(string passed, string expected) => Assert.Equal(expected, MemberCase.PathsOf(Rule, passed));

    [Fact]
    public void Member_whose_definition_is_not_there_is_not_judged() => Assert.Equal("", MemberCase.PathsOf(Rule, """{ "a": { "value": 1 } }""", "/providers/Microsoft.Authorization/policyDefinitions/other"));
}
