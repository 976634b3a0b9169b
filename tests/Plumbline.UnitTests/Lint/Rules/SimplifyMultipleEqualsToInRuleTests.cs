namespace Plumbline.UnitTests.Lint.Rules;

public sealed class SimplifyMultipleEqualsToInRuleTests
{
    private const string Rule = "simplify-multiple-equals-to-in";

    [Fact]
    public void Two_values_of_one_field_are_reported() => Assert.Equal("1", LinterSample.Lines(Rule, """{ "anyOf": [{ "field": "name", "equals": "a" }, { "field": "location", "equals": "b" }, { "field": "NAME", "equals": "z" }] }"""));

    [Fact]
    public void One_value_each_is_fine() => Assert.Equal("", LinterSample.Lines(Rule, """{ "anyOf": [{ "field": "name", "equals": "a" }, { "field": "location", "equals": "b" }] }"""));

    [Fact]
    public void AllOf_says_something_else() => Assert.Equal("", LinterSample.Lines(Rule, """{ "allOf": [{ "field": "name", "equals": "a" }, { "field": "name", "equals": "z" }] }"""));

    [Fact]
    public void All_members_equal_to_one_value_is_not_in() => Assert.Equal("", LinterSample.Lines(Rule, """{ "anyOf": [{ "field": "Microsoft.App/containerApps/configuration.secrets[*].name", "equals": "a" }, { "field": "Microsoft.App/containerApps/configuration.secrets[*].name", "equals": "b" }] }"""));
}
