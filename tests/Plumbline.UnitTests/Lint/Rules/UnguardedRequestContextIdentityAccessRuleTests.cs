namespace Plumbline.UnitTests.Lint.Rules;

public sealed class UnguardedRequestContextIdentityAccessRuleTests
{
    private const string Rule = "unguarded-request-context-identity-access";

    [Fact]
    public void Selection_is_reported() => Assert.Equal("1", LinterSample.Lines(Rule, """
        { "value": "[requestContext().identity.appid]",
          "equals": "a" }
        """));

    [Fact]
    public void Index_selects_too() => Assert.Equal("1", LinterSample.Lines(Rule, """
        { "value": "[requestContext().identity['http://x/y'].z]",
          "equals": "a" }
        """));

    [Fact]
    public void TryGet_guards() => Assert.Equal("", LinterSample.Lines(Rule, """
        { "value": "[coalesce(tryGet(requestContext().identity, 'appid'), '')]",
          "equals": "a" }
        """));
}
