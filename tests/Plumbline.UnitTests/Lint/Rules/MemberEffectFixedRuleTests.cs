namespace Plumbline.UnitTests.Lint.Rules;

public sealed class MemberEffectFixedRuleTests
{
    private const string Rule = "member-effect-fixed";

    [Theory]
    [InlineData("""{ "effect": { "value": "Audit" } }""", "policyDefinitions[0]")]
    [InlineData("""{ "pattern": { "value": "a" } }""", "policyDefinitions[0]")]
    [InlineData("""{ "effect": { "value": "[parameters('effect')]" }, "pattern": { "value": "a*" } }""", "")]
    public void What_a_member_is_passed_is_judged(string passed, string expected) => Assert.Equal(expected, MemberCase.PathsOf(Rule, passed));

    [Fact]
    public void Member_whose_definition_is_not_there_is_not_judged() => Assert.Equal("", MemberCase.PathsOf(Rule, """{ "a": { "value": 1 } }""", "/providers/Microsoft.Authorization/policyDefinitions/other"));
}
