namespace Plumbline.UnitTests.Lint.Rules;

public sealed class HardCodedPolicyEnforcementEffectRuleTests
{
    private const string Rule = "hard-coded-policy-enforcement-effect";

    [Fact]
    public void Deny_is_reported_at_the_effect() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Literal("DENY")));

    [Fact]
    public void DenyAction_is_reported() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Literal("denyAction")));

    [Fact]
    public void Audit_enforces_nothing() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Literal("audit")));

    [Fact]
    public void Parameter_is_not_hard_coded() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Effect("""{ "defaultValue": "deny" }""")));
}
