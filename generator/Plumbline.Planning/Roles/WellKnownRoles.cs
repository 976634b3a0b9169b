using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Plumbline.Planning.Roles;

/// <summary>Names of the built-in roles that policies name most (Azure documentation, "Azure built-in roles"). Azure has hundreds more; those are shown by their GUID.</summary>
public static class WellKnownRoles
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["312a565d-c81f-4fd8-895a-4e21e48d571c"] = "API Management Service Contributor",
        ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] = "AcrPull",
        ["8311e382-0749-4cb8-b61a-304f252e45ec"] = "AcrPush",
        ["ae349356-3a1b-4a5e-921d-050484c6347e"] = "Application Insights Component Contributor",
        ["f353d9bd-d4a6-484e-a77a-8050b599b867"] = "Automation Contributor",
        ["cd570a14-e51a-42ad-bac8-bafd67325302"] = "Azure Connected Machine Resource Administrator",
        ["f526a384-b230-433a-b45c-95f59c4a2dec"] = "Azure Event Hubs Data Owner",
        ["ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8"] = "Azure Kubernetes Service Contributor Role",
        ["18ed5180-3e48-46fd-8541-4ea054d57064"] = "Azure Kubernetes Service Policy Add-on Deployment",
        ["5e467623-bb1f-42f4-a55d-6e525e11384b"] = "Backup Contributor",
        ["358470bc-b998-42bd-ab17-a7e34c199c0f"] = "Container Apps Contributor",
        ["ad2dd5fb-cd4b-4fd4-a9b6-4fed3630980b"] = "ContainerApp Reader",
        ["b24988ac-6180-42a0-ab88-20f7382dd24c"] = "Contributor",
        ["befefa01-2a29-4197-83a8-272ff33ce314"] = "DNS Zone Contributor",
        ["5bd9cd88-fe45-4216-938b-f97437e15450"] = "DocumentDB Account Contributor",
        ["1e241071-0855-49ea-94dc-649edcd759de"] = "EventGrid Contributor",
        ["00482a5a-887f-4fb3-b363-3b7fe8e74483"] = "Key Vault Administrator",
        ["f25e0fa2-a7c8-4377-a976-54943a77a395"] = "Key Vault Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["92aaf0da-9dab-42b6-94a3-d43ce8d16293"] = "Log Analytics Contributor",
        ["73c42c96-874c-492b-b04d-ab87d138a893"] = "Log Analytics Reader",
        ["87a39d53-fc1b-424a-814c-f7e04687dc9e"] = "Logic App Contributor",
        ["e40ec5ca-96e0-45a2-b4ff-59039f2c2b59"] = "Managed Identity Contributor",
        ["f1a07417-d97a-45cb-824c-7a7467783830"] = "Managed Identity Operator",
        ["5d58bcaf-24a5-4b20-bdb6-eed9f69fbe4c"] = "Management Group Contributor",
        ["ac63b705-f282-497d-ac71-919bf39d939d"] = "Management Group Reader",
        ["749f88d5-cbae-40b8-bcfc-e573ddc772fa"] = "Monitoring Contributor",
        ["43d0d8ad-25c7-4714-9337-8ba259a9fe05"] = "Monitoring Reader",
        ["4d97b98b-1d4f-4787-a291-c67834d212e7"] = "Network Contributor",
        ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635"] = "Owner",
        ["66bb4e9e-b016-4a94-8249-4c0511c2be84"] = "Policy Insights Data Writer (Preview)",
        ["b12aa53e-6015-4669-85d0-8515ebb3ae7f"] = "Private DNS Zone Contributor",
        ["acdd72a7-3385-48ef-bd42-f606fba81ae7"] = "Reader",
        ["e0f68234-74aa-48ed-b826-c38b57376e17"] = "Redis Cache Contributor",
        ["36243c78-bf99-498c-9df9-86d9f8d28608"] = "Resource Policy Contributor",
        ["f58310d9-a9f6-439a-9e8d-f62e7b41a168"] = "Role Based Access Control Administrator",
        ["9b7fa17d-e63e-47b0-bb0a-15c516ac86ec"] = "SQL DB Contributor",
        ["056cd41c-7e88-42e1-933e-88ba6a50c9c3"] = "SQL Security Manager",
        ["6d8ee4ec-f05a-4a1d-8b00-a9b17e38b437"] = "SQL Server Contributor",
        ["fb1c8493-542b-48eb-b624-b4c8fea62acd"] = "Security Admin",
        ["39bc4728-0917-49c7-9d2c-d95423bc2eb4"] = "Security Reader",
        ["17d1049b-9a84-46fb-8f53-869881c3d3ab"] = "Storage Account Contributor",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["4a9ae827-6dc8-4573-8ac7-8239d42aa03f"] = "Tag Contributor",
        ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"] = "User Access Administrator",
        ["9980e02c-c2be-4d73-94e8-173b1dc7cf3c"] = "Virtual Machine Contributor",
        ["2cc479cb-7b4d-49a8-b449-8c00fd0f0a4b"] = "Web Plan Contributor",
        ["de139f84-1756-47ae-9be6-808fbbe84772"] = "Website Contributor",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Who holds one of these can give itself any other.
    private static readonly ImmutableArray<string> Privileged = ["Owner", "Role Based Access Control Administrator", "User Access Administrator"];

    /// <summary>The name of a role by its GUID or resource id, or null.</summary>
    public static string? NameOf(string roleDefinitionId) => Names.GetValueOrDefault(GuidOf(roleDefinitionId));

    /// <summary>The GUID of a role by its name, without regard to case, or null.</summary>
    public static string? FindByName(string name) => Names.FirstOrDefault(role => string.Equals(role.Value, name, StringComparison.OrdinalIgnoreCase)).Key;

    /// <summary>All names, in ordinal order.</summary>
    public static ImmutableArray<string> All { get; } = [.. Names.Values.Order(StringComparer.Ordinal)];

    /// <summary>Whether a role lets its holder give roles.</summary>
    public static bool IsPrivileged(string roleDefinitionId) => NameOf(roleDefinitionId) is { } name && Privileged.Contains(name);

    /// <summary>The GUID in a role definition's id, lower-case; ids may start with a subscription or not.</summary>
    public static string GuidOf(string roleDefinitionId) => roleDefinitionId.TrimEnd('/')[(roleDefinitionId.TrimEnd('/').LastIndexOf('/') + 1)..].ToLowerInvariant();
}
