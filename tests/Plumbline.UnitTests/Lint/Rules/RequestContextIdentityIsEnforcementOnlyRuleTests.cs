namespace Plumbline.UnitTests.Lint.Rules;

public sealed class RequestContextIdentityIsEnforcementOnlyRuleTests
{
    private const string Rule = "request-context-identity-is-enforcement-only";

    [Fact]
    public void First_use_is_reported() => Assert.Equal("1", LinterSample.Lines(Rule, """
        { "allOf": [{ "value": "[requestContext().identity.appid]",
          "equals": "a" }, { "value": "[requestContext().identity.oid]",
          "equals": "a" }] }
        """));

    [Fact]
    public void Access_by_tryGet_counts() => Assert.Equal("1", LinterSample.Lines(Rule, """
        { "value": "[tryGet(requestContext(), 'identity')]",
          "equals": "a" }
        """));

    [Fact]
    public void Api_version_is_there_for_resources_too() => Assert.Equal("", LinterSample.Lines(Rule, """
        { "value": "[requestContext().apiVersion]",
          "equals": "a" }
        """));
}
