namespace Plumbline.UnitTests.Lint.Rules;

public sealed class EffectParameterMissingAllowedValuesRuleTests
{
    private const string Rule = "effect-parameter-missing-allowed-values";

    [Fact]
    public void Missing_list_is_reported_at_the_parameter() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Effect("""{ "type": "String" }""")));

    [Fact]
    public void Empty_list_constrains_nothing() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Effect("""{ "type": "String", "allowedValues": [] }""")));

    [Fact]
    public void List_is_enough() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Effect("""{ "type": "String", "allowedValues": ["audit"] }""")));

    [Fact]
    public void Literal_effect_has_no_parameter() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Literal("audit")));
}
