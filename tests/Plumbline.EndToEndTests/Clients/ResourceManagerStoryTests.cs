using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.ResourceManager.Resources;
using Azure.ResourceManager.Resources.Models;
using static Plumbline.EndToEndTests.Clients.AzureClient;
using static Plumbline.EndToEndTests.Clients.StoragePolicies;

namespace Plumbline.EndToEndTests.Clients;

/// <summary>Policy objects and resources through the types of Azure.ResourceManager 1.7.0.</summary>
public sealed class ResourceManagerStoryTests
{
    [Fact]
    public async Task Policy_objects_live_in_their_collections()
    {
        await using var azure = await AssignedAsync();

        var definition = (await azure.Estate.GetSubscriptionPolicyDefinitions().GetAsync("https-only")).Value;
        var initiative = (await azure.Estate.GetSubscriptionPolicySetDefinitions().GetAsync("storage")).Value;
        var assignment = (await azure.Estate.GetPolicyAssignments().GetAsync("storage")).Value;

        Assert.Equal((HttpsOnly, PolicyType.Custom, "Indexed"), (definition.Id.ToString(), definition.Data.PolicyType, definition.Data.Mode));
        Assert.Equal(["DP-3"], Assert.Single(initiative.Data.PolicyDefinitions).GroupNames);
        Assert.Equal((Subscription, "Default"), (assignment.Data.Scope, assignment.Data.EnforcementMode?.ToString()));
        Assert.NotEqual(Guid.Empty, assignment.Data.ManagedIdentity.PrincipalId);
        Assert.Equal(["westeurope"], Assert.Single(Assert.Single(assignment.Data.ResourceSelectors).Selectors).In);
        Assert.Equal(["https-only"], await NamesAsync(azure.Estate.GetSubscriptionPolicyDefinitions().GetAllAsync("policyType eq 'Custom'"), found => found.Data.Name));
        Assert.False((await azure.Estate.GetPolicyAssignments().ExistsAsync("nowhere")).Value);
    }

    [Fact]
    public async Task Assignment_is_patched_with_selectors_and_overrides()
    {
        await using var azure = await AssignedAsync();
        var assignment = (await azure.Estate.GetPolicyAssignments().GetAsync("storage")).Value;
        var patch = new PolicyAssignmentPatch();
        patch.Overrides.Add(new PolicyOverride { Kind = PolicyOverrideKind.PolicyEffect, Value = "Audit" });

        var patched = (await assignment.UpdateAsync(patch)).Value;
        var written = await azure.Arm.GetGenericResources().CreateOrUpdateAsync(WaitUntil.Completed, AccountId("stopen"), Account(https: false));

        Assert.Equal("Audit", Assert.Single(patched.Data.Overrides).Value);
        Assert.Equal("Storage baseline of the subscription", patched.Data.DisplayName);
        Assert.Equal(AccountId("stopen"), written.Value.Id);
    }

    [Fact]
    public async Task Resource_is_refused_with_the_whole_violation_until_it_is_corrected()
    {
        await using var azure = await AssignedAsync();
        var resources = azure.Arm.GetGenericResources();

        var (status, error) = await RefusalAsync(() => resources.CreateOrUpdateAsync(WaitUntil.Completed, AccountId("stopen"), Account(https: false)));
        var exists = (await resources.ExistsAsync(AccountId("stopen"))).Value;
        var corrected = await resources.CreateOrUpdateAsync(WaitUntil.Completed, AccountId("stopen"), Account(https: true));

        Assert.Equal((403, "RequestDisallowedByPolicy", "stopen"), (status, error["code"]?.ToString(), error["target"]?.ToString()));
        Assert.Equal("Resource 'stopen' was disallowed by policy. Reasons: 'Turn on secure transfer.'. See error details for policy resource IDs.", error["message"]?.ToString());
        var info = error["additionalInfo"]?[0]?["info"];
        Assert.Equal((Assignment, Baseline, HttpsOnly, "https"), (Text(info, "policyAssignmentId"), Text(info, "policySetDefinitionId"), Text(info, "policyDefinitionId"), Text(info, "policyDefinitionReferenceId")));
        Assert.Equal(("properties.supportsHttpsTrafficOnly", "NotEquals"), (Text(info?["evaluationDetails"]?["evaluatedExpressions"]?[1], "path"), Text(info?["evaluationDetails"]?["evaluatedExpressions"]?[1], "operator")));
        Assert.False(exists);
        Assert.Equal("StorageV2", corrected.Value.Data.Kind);
    }

    [Fact]
    public async Task Resource_is_listed_tagged_and_deleted()
    {
        await using var azure = await AssignedAsync();
        var made = (await azure.Arm.GetGenericResources().CreateOrUpdateAsync(WaitUntil.Completed, AccountId("stgood"), Account(https: true))).Value;

        var tagged = (await made.AddTagAsync("owner", "me")).Value;
        var group = (await azure.Estate.GetResourceGroups().GetAsync("rg")).Value;
        var listed = await NamesAsync(group.GetGenericResourcesAsync("resourceType eq 'Microsoft.Storage/storageAccounts'"), found => found.Data.Name);
        await tagged.DeleteAsync(WaitUntil.Completed);

        Assert.Equal("me", tagged.Data.Tags["owner"]);
        Assert.Equal(["stgood"], listed);
        Assert.False((await azure.Arm.GetGenericResources().ExistsAsync(AccountId("stgood"))).Value);
    }

    [Fact]
    public async Task Everything_is_taken_down_in_order()
    {
        await using var azure = await AssignedAsync();

        var inUse = await RefusalAsync(async () => await (await azure.Estate.GetSubscriptionPolicyDefinitions().GetAsync("https-only")).Value.DeleteAsync(WaitUntil.Completed));
        await (await azure.Estate.GetPolicyAssignments().GetAsync("storage")).Value.DeleteAsync(WaitUntil.Completed);
        await (await azure.Estate.GetSubscriptionPolicySetDefinitions().GetAsync("storage")).Value.DeleteAsync(WaitUntil.Completed);
        await (await azure.Estate.GetSubscriptionPolicyDefinitions().GetAsync("https-only")).Value.DeleteAsync(WaitUntil.Completed);
        await (await azure.Estate.GetResourceGroups().GetAsync("rg")).Value.DeleteAsync(WaitUntil.Completed);

        Assert.InRange(inUse.Status, 400, 409);
        Assert.Empty(await NamesAsync(azure.Estate.GetSubscriptionPolicyDefinitions().GetAllAsync("policyType eq 'Custom'"), found => found.Data.Name));
        Assert.False((await azure.Estate.GetResourceGroups().ExistsAsync("rg")).Value);
    }

    /// <summary>A subscription with group <c>rg</c> and the initiative assigned to it.</summary>
    internal static async Task<AzureClient> AssignedAsync()
    {
        var azure = await StartAsync();
        await azure.Estate.GetResourceGroups().CreateOrUpdateAsync(WaitUntil.Completed, "rg", new ResourceGroupData(AzureLocation.WestEurope));
        await azure.Estate.GetSubscriptionPolicyDefinitions().CreateOrUpdateAsync(WaitUntil.Completed, "https-only", HttpsOnlyData());
        await azure.Estate.GetSubscriptionPolicySetDefinitions().CreateOrUpdateAsync(WaitUntil.Completed, "storage", BaselineData());
        await azure.Estate.GetPolicyAssignments().CreateOrUpdateAsync(WaitUntil.Completed, "storage", AssignmentData());
        return azure;
    }

    private static async Task<string[]> NamesAsync<T>(AsyncPageable<T> pages, Func<T, string> name)
        where T : notnull
    {
        var names = new List<string>();
        await foreach (var item in pages) names.Add(name(item));
        return [.. names.Order(StringComparer.Ordinal)];
    }

    private static string? Text(JsonNode? node, string member) => node?[member]?.ToString();
}
