using Azure;
using Azure.ResourceManager;
using Azure.ResourceManager.Resources;
using Plumbline.Emulator.Identity;
using static Plumbline.EndToEndTests.Clients.AzureClient;
using static Plumbline.EndToEndTests.Clients.StoragePolicies;

namespace Plumbline.EndToEndTests.Clients;

/// <summary>Principals that sign in with Azure.Identity, and what their roles let them do.</summary>
public sealed class RoleStoryTests
{
    [Fact]
    public async Task Reader_reads_and_writes_nothing()
    {
        await using var azure = await ResourceManagerStoryTests.AssignedAsync();
        var reader = azure.SignIn(EmulatorPrincipal.Reader.AppId);
        var policies = EstateOf(reader).GetSubscriptionPolicyDefinitions();

        var read = await policies.GetAsync("https-only");
        var definition = await RefusalAsync(() => policies.CreateOrUpdateAsync(WaitUntil.Completed, "mine", HttpsOnlyData()));
        var account = await RefusalAsync(() => reader.GetGenericResources().CreateOrUpdateAsync(WaitUntil.Completed, AccountId("stmine"), Account(https: true)));

        Assert.Equal("https-only", read.Value.Data.Name);
        Assert.Equal((403, "AuthorizationFailed"), (definition.Status, definition.Error["code"]?.ToString()));
        Assert.Contains("'Microsoft.Authorization/policyDefinitions/write'", definition.Error["message"]?.ToString(), StringComparison.Ordinal);
        Assert.Equal((403, "AuthorizationFailed"), (account.Status, account.Error["code"]?.ToString()));
    }

    [Fact]
    public async Task Contributor_writes_resources_and_no_policy()
    {
        await using var azure = await ResourceManagerStoryTests.AssignedAsync();
        var contributor = azure.SignIn(EmulatorPrincipal.Contributor.AppId);

        var account = await contributor.GetGenericResources().CreateOrUpdateAsync(WaitUntil.Completed, AccountId("sttheirs"), Account(https: true));
        var (status, error) = await RefusalAsync(() => EstateOf(contributor).GetPolicyAssignments().CreateOrUpdateAsync(WaitUntil.Completed, "theirs", AssignmentData()));

        Assert.Equal(AccountId("sttheirs"), account.Value.Id);
        Assert.Equal((403, "AuthorizationFailed"), (status, error["code"]?.ToString()));
    }

    private static SubscriptionResource EstateOf(ArmClient client) => client.GetSubscriptionResource(new(Subscription));
}
