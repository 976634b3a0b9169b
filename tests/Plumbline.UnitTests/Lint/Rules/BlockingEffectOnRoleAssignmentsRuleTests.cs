namespace Plumbline.UnitTests.Lint.Rules;

public sealed class BlockingEffectOnRoleAssignmentsRuleTests
{
    private const string Rule = "blocking-effect-on-role-assignments";

    [Fact]
    public void Deny_is_reported_at_the_effect() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Literal("Deny", "Microsoft.Authorization/roleAssignments")));

    [Fact]
    public void Pattern_that_takes_in_role_assignments_counts() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Literal("deny", "Microsoft.Authorization/*")));

    [Fact]
    public void Pattern_of_other_types_does_not() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Literal("deny", "Microsoft.Authorization/policy*")));

    [Fact]
    public void Audit_blocks_nothing() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Literal("audit", "Microsoft.Authorization/roleAssignments")));

    [Fact]
    public void Parameter_without_allowed_values_can_deny() => Assert.Equal("3", LinterSample.Lines(Rule, LinterSample.Effect("""{ "defaultValue": "audit" }""", type: "Microsoft.Authorization/roleAssignments")));

    [Fact]
    public void Parameter_that_does_not_allow_deny_cannot() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Effect("""{ "allowedValues": ["audit", "disabled"] }""", type: "Microsoft.Authorization/roleAssignments")));

    [Fact]
    public void Negated_type_is_not_denied() => Assert.Equal("", LinterSample.Lines(Rule, """{ "policyRule": { "if": { "not": { "field": "type", "equals": "Microsoft.Authorization/roleAssignments" } }, "then": { "effect": "deny" } } }"""));
}
