using static Plumbline.EmulatorTests.Deployments.DeploymentDocuments;
using static Plumbline.EmulatorTests.Deployments.SettingsPolicy;

namespace Plumbline.EmulatorTests.Deployments;

/// <summary>A deployIfNotExists policy really deploys, as the identity of its assignment.</summary>
public sealed class PolicyDeploymentTests
{
    [Fact]
    public async Task Write_brings_in_what_is_missing()
    {
        await using var session = await StartAssignedAsync();

        await session.PutAsync(Account, "2023-01-01", """{"location":"westeurope","properties":{}}""");
        var setting = await session.UntilAsync(Setting, "2021-05-01-preview", answer => answer.Status == 200);
        var listed = await session.GetAsync(Group + "/providers/Microsoft.Resources/deployments", DeploymentVersion);

        Assert.Equal((200, "data"), (setting.Status, setting.At("properties/of")));
        Assert.StartsWith("PolicyDeployment_", Assert.Single(listed.Names), StringComparison.Ordinal);
        Assert.NotEqual((await session.GetAsync(Account, "2023-01-01")).At("systemData/createdBy"), setting.At("systemData/createdBy"));
    }
}
