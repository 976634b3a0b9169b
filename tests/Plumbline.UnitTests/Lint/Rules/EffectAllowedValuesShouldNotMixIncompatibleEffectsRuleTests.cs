namespace Plumbline.UnitTests.Lint.Rules;

public sealed class EffectAllowedValuesShouldNotMixIncompatibleEffectsRuleTests
{
    private const string Rule = "effect-allowed-values-should-not-mix-incompatible-effects";

    [Fact]
    public void Manual_beside_audit_is_reported() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Effect("""{ "allowedValues": ["Audit", "Manual", "Disabled"] }""")));

    [Fact]
    public void Audit_beside_auditIfNotExists_is_reported() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Effect("""{ "allowedValues": ["audit", "auditIfNotExists"] }""")));

    [Fact]
    public void Modify_beside_append_is_reported() => Assert.Equal("2", LinterSample.Lines(Rule, LinterSample.Effect("""{ "allowedValues": ["modify", "append"] }""")));

    [Fact]
    public void Audit_deny_and_modify_are_one_family() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Effect("""{ "allowedValues": ["AUDIT", "Deny", "modify", "Disabled"] }""")));

    [Fact]
    public void Existence_effects_are_one_family() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Effect("""{ "allowedValues": ["AuditIfNotExists", "DeployIfNotExists", "Disabled"] }""")));

    [Fact]
    public void Data_plane_modes_are_left_alone() => Assert.Equal("", LinterSample.Lines(Rule, LinterSample.Effect("""{ "allowedValues": ["audit", "manual"] }""", mode: "Microsoft.KeyVault.Data")));
}
