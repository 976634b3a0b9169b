using Plumbline.Policy.Aliases;

namespace Plumbline.UnitTests.Policy.Aliases;

public sealed class ResourceTypeTraitsTests
{
    [Theory]
    [InlineData("Microsoft.App/containerApps", true)]
    [InlineData("microsoft.compute/VIRTUALMACHINES", true)]
    [InlineData("Microsoft.Network/virtualNetworks", true)]
    [InlineData("Microsoft.Network/virtualNetworks/subnets", false)]
    [InlineData("Microsoft.App/containerApps/authConfigs", false)]
    [InlineData("Microsoft.Authorization/roleAssignments", false)]
    [InlineData("Microsoft.Sql/servers/databases", true)]
    [InlineData("Microsoft.Storage/storageAccounts", true)]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", false)]
    [InlineData("Microsoft.Resources/subscriptions", false)]
    [InlineData("Microsoft.Resources/subscriptions/resourceGroups", false)]
    [InlineData("Contoso.Unknown/things", null)]
    [InlineData("", null)]
    public void Mode_indexed_wants_tags_and_a_location(string type, bool? expected) =>
        Assert.Equal(expected, ResourceTypeTraits.SupportsTagsAndLocation(type));
}
