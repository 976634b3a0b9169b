namespace Plumbline.UnitTests.Lint.Rules;

public sealed class RiskyEffectParameterDefaultValueRuleTests
{
    private const string Rule = "risky-effect-parameter-default-value";

    [Fact]
    public void Enforcing_default_is_reported() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Effect("""{ "defaultValue": "DeployIfNotExists" }""")));

    [Fact]
    public void Auditing_default_is_fine() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Effect("""{ "defaultValue": "audit" }""")));

    [Fact]
    public void Missing_default_is_another_rules_matter() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Effect("""{ }""")));
}
