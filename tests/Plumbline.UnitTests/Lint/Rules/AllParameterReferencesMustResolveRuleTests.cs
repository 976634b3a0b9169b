namespace Plumbline.UnitTests.Lint.Rules;

public sealed class AllParameterReferencesMustResolveRuleTests
{
    private const string Rule = "all-parameter-references-must-resolve";

    [Fact]
    public void Undeclared_parameter_is_reported_where_it_is_used() => Assert.Equal("2", LinterSample.Lines(Rule, """
        { "policyRule": { "if": { "field": "name", "equals":
          "[concat(parameters('x'), parameters('X'))]" }, "then": { "effect": "audit" } } }
        """));

    [Fact]
    public void Names_are_compared_without_regard_to_case() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Effect("""{ "type": "String" }""")));

    [Fact]
    public void Values_for_a_deployment_are_checked_and_its_template_is_not() => Assert.Equal("3", LinterSample.Lines(Rule, """
        { "policyRule": { "if": { "field": "name", "equals": "a" }, "then": { "effect": "deployIfNotExists", "details": { "type": "a/b", "deployment": { "properties": {
          "template": { "outputs": { "o": { "value": "[parameters('own')]" } } },
          "parameters": { "own": { "value": "[parameters('policys')]" } } } } } } } }
        """));

    [Fact]
    public void Text_that_only_looks_like_a_reference_is_not_one() => Assert.Equal("", LinterSample.Lines(Rule, """{ "field": "name", "equals": "[[parameters('x')]" }"""));
}
