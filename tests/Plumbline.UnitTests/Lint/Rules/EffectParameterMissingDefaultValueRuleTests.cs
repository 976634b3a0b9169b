namespace Plumbline.UnitTests.Lint.Rules;

public sealed class EffectParameterMissingDefaultValueRuleTests
{
    private const string Rule = "effect-parameter-missing-default-value";

    [Fact]
    public void Missing_default_is_reported_at_the_parameter() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Effect("""{ "type": "String" }""")));

    [Fact]
    public void Null_is_no_default() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Effect("""{ "type": "String", "defaultValue": null }""")));

    [Fact]
    public void Default_is_enough() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Effect("""{ "type": "String", "defaultValue": "audit" }""")));
}
