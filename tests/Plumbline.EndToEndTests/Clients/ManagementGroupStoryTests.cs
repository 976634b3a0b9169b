using Azure;
using Azure.Core;
using Azure.ResourceManager.ManagementGroups;
using Azure.ResourceManager.ManagementGroups.Models;
using static Plumbline.EndToEndTests.Clients.AzureClient;
using static Plumbline.EndToEndTests.Clients.StoragePolicies;

namespace Plumbline.EndToEndTests.Clients;

/// <summary>Management groups through the types of Azure.ResourceManager 1.7.0, which has none for the subscriptions in them.</summary>
public sealed class ManagementGroupStoryTests
{
    private const string Group = "/providers/Microsoft.Management/managementGroups/contoso";

    [Fact]
    public async Task Policy_of_a_management_group_is_enforced_in_its_subscription()
    {
        await using var azure = await StartAsync();
        await azure.Estate.GetResourceGroups().CreateOrUpdateAsync(WaitUntil.Completed, "rg", new(AzureLocation.WestEurope));

        var made = await CreateAsync(azure);
        var definition = (await made.GetManagementGroupPolicyDefinitions().CreateOrUpdateAsync(WaitUntil.Completed, "https-only", HttpsOnlyData())).Value;
        await made.GetPolicyAssignments().CreateOrUpdateAsync(WaitUntil.Completed, "everywhere", new() { PolicyDefinitionId = definition.Id, DisplayName = "Everywhere" });
        var (status, error) = await RefusalAsync(() => azure.Arm.GetGenericResources().CreateOrUpdateAsync(WaitUntil.Completed, AccountId("stopen"), Account(https: false)));

        Assert.Equal(Group + "/providers/Microsoft.Authorization/policyDefinitions/https-only", definition.Id.ToString());
        Assert.Equal((403, Group), (status, error["additionalInfo"]?[0]?["info"]?["policyAssignmentScope"]?.ToString()));
    }

    [Fact]
    public async Task Management_group_is_listed_read_with_its_children_and_deleted_when_it_is_empty()
    {
        await using var azure = await StartAsync();
        var made = await CreateAsync(azure);

        var names = new List<string>();
        await foreach (var group in azure.Arm.GetManagementGroups().GetAllAsync()) names.Add(group.Data.Name);
        var read = (await made.GetAsync(ManagementGroupExpandType.Children)).Value;
        await azure.RunAsync(RequestMethod.Delete, $"{Group}/subscriptions/{SubscriptionId}?api-version=2021-04-01");
        await made.DeleteAsync(WaitUntil.Completed);

        Assert.Contains("contoso", names);
        Assert.Equal(("Contoso", SubscriptionId), (read.Data.DisplayName, Assert.Single(read.Data.Children).Name));
        Assert.False((await azure.Arm.GetManagementGroups().ExistsAsync("contoso")).Value);
    }

    private static async Task<ManagementGroupResource> CreateAsync(AzureClient azure)
    {
        var made = await azure.Arm.GetManagementGroups().CreateOrUpdateAsync(WaitUntil.Completed, "contoso", new ManagementGroupCreateOrUpdateContent { DisplayName = "Contoso" });
        await azure.RunAsync(RequestMethod.Put, $"{Group}/subscriptions/{SubscriptionId}?api-version=2021-04-01");
        return made.Value;
    }
}
