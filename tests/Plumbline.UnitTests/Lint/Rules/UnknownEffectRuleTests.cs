namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnknownEffectRuleTests
{
    private const string Rule = "unknown-effect";

    [Theory]
    [InlineData("""{ "effect": "report" }""", "policyRule.then.effect")]
    [InlineData("""{ "effect": "Audit" }""", "")]
    [InlineData("""{ "effect": "mutate" }""", "")]
    public void Effect_is_judged(string then, string expected) => Assert.Equal(expected, RuleCase.PathsOf(Rule, RuleCase.Then(then)));
}
