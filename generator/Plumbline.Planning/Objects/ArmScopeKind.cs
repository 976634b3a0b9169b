namespace Plumbline.Planning.Objects;

/// <summary>The forms of an <see cref="ArmScope"/>.</summary>
public enum ArmScopeKind
{
    /// <summary><c>/providers/Microsoft.Management/managementGroups/{name}</c>.</summary>
    ManagementGroup,

    /// <summary><c>/subscriptions/{id}</c>.</summary>
    Subscription,

    /// <summary><c>/subscriptions/{id}/resourceGroups/{name}</c>.</summary>
    ResourceGroup,

    /// <summary>A resource, in a resource group or a subscription.</summary>
    Resource,
}
