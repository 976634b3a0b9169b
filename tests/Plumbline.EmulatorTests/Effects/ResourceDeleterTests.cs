using static Plumbline.EmulatorTests.Effects.EffectRules;
using static Plumbline.EmulatorTests.Effects.PolicyWorld;

namespace Plumbline.EmulatorTests.Effects;

public sealed class ResourceDeleterTests
{
    [Fact]
    public async Task Protected_resource_is_not_deleted()
    {
        await using var world = await WithAccountAsync(DenyDelete());

        var deleted = await world.DeleteAsync(Accounts + "/a");

        Assert.Equal((403, "RequestDisallowedByPolicy", "a"), (deleted.Error?.Status, deleted.Error?.Code, deleted.Error?.Target));
        Assert.Equal(
            "Deletion of resource 'a' was disallowed by policy. Policy identifiers: "
            + $$$"""'[{"policyAssignment":{"name":"keep","id":"{{{Policies}}}/policyAssignments/keep"},"policyDefinition":{"name":"keep","id":"{{{Policies}}}/policyDefinitions/keep"}}]'.""",
            deleted.Error?.Message);
        Assert.NotNull(world.Store.Current.Find(Accounts + "/a"));
    }

    [Theory]
    [InlineData("\"actionNames\":[\"delete\"]", true)]
    [InlineData("\"actionNames\":[\"delete\"],\"cascadeBehaviors\":{\"resourceGroup\":\"deny\"}", true)]
    [InlineData("\"actionNames\":[\"delete\"],\"cascadeBehaviors\":{\"resourceGroup\":\"allow\"}", false)]
    public async Task Resource_group_is_deleted_when_the_cascade_allows_it(string details, bool isRefused)
    {
        await using var world = await WithAccountAsync(DenyDelete(details));

        var deleted = await world.DeleteAsync(Group);

        Assert.Equal((isRefused, isRefused), (deleted.Error is not null, world.Store.Current.Find(Accounts + "/a") is not null));
    }

    [Fact]
    public async Task Parent_takes_a_protected_extension_along()
    {
        await using var world = await WithAccountAsync(DenyDelete().Replace("Microsoft.Storage/storageAccounts", "Microsoft.Insights/diagnosticSettings", StringComparison.Ordinal));
        await world.StoreAsync(Accounts + "/a/providers/Microsoft.Insights/diagnosticSettings/log", """{"location":"x"}""");

        Assert.NotNull((await world.DeleteAsync(Accounts + "/a/providers/Microsoft.Insights/diagnosticSettings/log")).Error);
        Assert.Null((await world.DeleteAsync(Accounts + "/a")).Error);
        Assert.Null(world.Store.Current.Find(Accounts + "/a/providers/Microsoft.Insights/diagnosticSettings/log"));
    }

    [Fact]
    public async Task What_is_not_enforced_protects_nothing()
    {
        await using var world = await WithAccountAsync(DenyDelete(), ""","enforcementMode":"DoNotEnforce" """);

        Assert.Null((await world.DeleteAsync(Accounts + "/a")).Error);
    }

    [Fact]
    public async Task Locks_are_exempt()
    {
        await using var world = await WithAccountAsync(DenyDelete().Replace("Microsoft.Storage/storageAccounts", "Microsoft.Authorization/locks", StringComparison.Ordinal));
        await world.StoreAsync(Group + "/providers/Microsoft.Authorization/locks/l", """{"location":"x"}""");

        Assert.Null((await world.DeleteAsync(Group + "/providers/Microsoft.Authorization/locks/l")).Error);
    }

    private static async Task<PolicyWorld> WithAccountAsync(string rule, string more = "")
    {
        var world = await CreateAsync();
        await world.StoreAsync(Accounts + "/a", """{"location":"westeurope"}""");
        await world.AssignAsync("keep", rule, more);
        return world;
    }
}
