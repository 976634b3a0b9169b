using Plumbline.Policy.Effects;
using static Plumbline.UnitTests.Policy.Effects.EffectSample;

namespace Plumbline.UnitTests.Policy.Effects;

public sealed class DeletionProtectionTests
{
    [Theory]
    [InlineData("Indexed", """{"actionNames": ["delete"]}""", true, true)]
    [InlineData("Indexed", """{"actionNames": ["Delete"], "cascadeBehaviors": {"resourceGroup": "Allow"}}""", true, false)]
    [InlineData("Indexed", """{"actionNames": ["delete"], "cascadeBehaviors": {"resourceGroup": "deny"}}""", true, true)]
    [InlineData("All", """{"actionNames": ["delete"], "cascadeBehaviors": {"resourceGroup": "allow"}}""", true, true)]
    [InlineData("Indexed", """{"actionNames": ["read"]}""", false, false)]
    public void Action_and_cascade_are_those_of_the_details(string mode, string details, bool refuses, bool refusesWithGroup)
    {
        var record = Records(Account("""  "location": "x" """), mode, Rule(details))[0];

        Assert.Equal((refuses, refusesWithGroup), (DeletionProtection.Refuses(record), DeletionProtection.RefusesWithGroup(record)));
    }

    [Fact]
    public void What_is_not_enforced_protects_nothing()
    {
        var record = Records(Account("""  "location": "x" """), "Indexed", Rule("""{"actionNames": ["delete"]}"""))[0] with { IsEnforced = false };

        Assert.False(DeletionProtection.Refuses(record));
    }

    [Fact]
    public void Other_effects_protect_nothing() =>
        Assert.False(DeletionProtection.Refuses(Records(Account("""  "location": "x" """), "Indexed", Rule("{}").Replace("denyAction", "deny", StringComparison.Ordinal))[0]));

    [Theory]
    [InlineData("microsoft.authorization/LOCKS", true)]
    [InlineData("Microsoft.Resources/subscriptions", true)]
    [InlineData("Microsoft.Resources/subscriptions/resourceGroups", false)]
    [InlineData("Microsoft.Storage/storageAccounts", false)]
    public void Types_that_would_lock_out_are_exempt(string type, bool isExempt) => Assert.Equal(isExempt, DeletionProtection.IsExempt(type));

    private static string Rule(string details) =>
        $$"""{"if": {"field": "type", "equals": "Microsoft.Storage/storageAccounts"}, "then": {"effect": "denyAction", "details": {{details}} } }""";
}
