namespace Plumbline.Policy.Templates;

/// <summary>What kind of scope a deployment goes to.</summary>
public enum TemplateLevel
{
    /// <summary>The tenant.</summary>
    Tenant,

    /// <summary>A management group.</summary>
    ManagementGroup,

    /// <summary>A subscription.</summary>
    Subscription,

    /// <summary>A resource group.</summary>
    ResourceGroup,
}
