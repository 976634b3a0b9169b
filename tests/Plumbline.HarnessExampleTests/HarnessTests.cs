using Plumbline.Testing.Harness;

namespace Plumbline.HarnessExampleTests;

/// <summary>What the harness says when an expectation or a text is wrong.</summary>
public sealed class HarnessTests
{
    private const string Policy = """{ "name": "p", "properties": { "mode": "All", "policyRule": { "if": { "field": "name", "equals": "web" }, "then": { "effect": "deny" } } } }""";

    [Fact]
    public void Failed_expectation_explains_the_verdict()
    {
        var failure = Assert.Throws<PolicyAssertionException>(() => PolicyHarness.Load(Policy).Evaluate("""{ "name": "web" }""").ShouldBe("Compliant"));

        Assert.Equal(
            """
            compliance: expected Compliant, was NonCompliant
            NonCompliant: the rule matches, Deny takes effect
              name is "web"; expected: notEquals "web"

            if
              ✓ name equals "web"
            """.ReplaceLineEndings("\n"),
            failure.Message);
    }

    [Fact]
    public void Each_expectation_can_fail()
    {
        var verdict = PolicyHarness.Load(Policy).Evaluate("""{ "name": "api" }""");

        Assert.Throws<PolicyAssertionException>(() => verdict.ShouldHaveEffect("deny"));
        Assert.Throws<PolicyAssertionException>(verdict.ShouldBeDenied);
        Assert.Throws<PolicyAssertionException>(() => verdict.ShouldBeBecause("name is \"web\""));
        Assert.Throws<PolicyAssertionException>(() => verdict.ShouldChangeTo("{}"));
        Assert.Throws<PolicyAssertionException>(() => PolicyHarness.Load(Policy).AsWrite().Evaluate("""{ "name": "web" }""").ShouldBeAllowed());
    }

    [Fact]
    public void Wrong_text_is_named()
    {
        Assert.Contains("policyRule", Assert.Throws<ArgumentException>(() => PolicyHarness.Load("""{ "properties": {} }""")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PolicyHarness.Load(Policy).Evaluate("[]"));
        Assert.Contains("PLB2041", Assert.Throws<ArgumentException>(() => PolicyHarness.Load(Policy).WithParameters("""{ "x": 1 }""").Evaluate("{}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Definition_that_an_initiative_lacks_is_named() => Assert.Contains(
        "absent",
        Assert.Throws<ArgumentException>(() => PolicyHarness.Load("""{ "name": "i", "properties": { "policyDefinitions": [{ "policyDefinitionId": "/providers/Microsoft.Authorization/policyDefinitions/absent" }] } }""")).Message,
        StringComparison.Ordinal);
}
