namespace Plumbline.Policy.Templates;

/// <summary>The scope that a template is deployed to.</summary>
/// <param name="TenantId">The tenant, a GUID.</param>
/// <param name="ManagementGroup">The name of the management group, at that level only.</param>
/// <param name="SubscriptionId">The subscription, at and below that level.</param>
/// <param name="ResourceGroup">The name of the resource group, at that level.</param>
public sealed record DeploymentPlace(string TenantId, string? ManagementGroup = null, string? SubscriptionId = null, string? ResourceGroup = null)
{
    private const string ManagementGroupPrefix = "/providers/Microsoft.Management/managementGroups/";

    /// <summary>The kind of scope.</summary>
    public TemplateLevel Level =>
        ResourceGroup is not null ? TemplateLevel.ResourceGroup
        : SubscriptionId is not null ? TemplateLevel.Subscription
        : ManagementGroup is not null ? TemplateLevel.ManagementGroup
        : TemplateLevel.Tenant;

    /// <summary>The id of the scope; empty for the tenant.</summary>
    public string Scope => Level switch
    {
        TemplateLevel.ResourceGroup => $"/subscriptions/{SubscriptionId}/resourceGroups/{ResourceGroup}",
        TemplateLevel.Subscription => $"/subscriptions/{SubscriptionId}",
        TemplateLevel.ManagementGroup => ManagementGroupPrefix + ManagementGroup,
        _ => "",
    };

    /// <summary>Reads the id of a scope; null when it is none of the four kinds.</summary>
    public static DeploymentPlace? TryParse(string tenantId, string scope)
    {
        var parts = scope.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => new(tenantId),
            [var subscriptions, var id] when Is(subscriptions, "subscriptions") => new(tenantId, SubscriptionId: id),
            [var subscriptions, var id, var groups, var group] when Is(subscriptions, "subscriptions") && Is(groups, "resourceGroups") => new(tenantId, SubscriptionId: id, ResourceGroup: group),
            [var providers, var space, var type, var name] when Is(providers, "providers") && Is(space, "Microsoft.Management") && Is(type, "managementGroups") => new(tenantId, ManagementGroup: name),
            _ => null,
        };
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
