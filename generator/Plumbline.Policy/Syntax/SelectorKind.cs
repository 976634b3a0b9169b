namespace Plumbline.Policy.Syntax;

/// <summary>By what a selector chooses.</summary>
public enum SelectorKind
{
    /// <summary>The full resource type.</summary>
    ResourceType,

    /// <summary>The location, such as <c>westeurope</c>.</summary>
    ResourceLocation,

    /// <summary>That the resource has no location; the one value is <c>subscriptionLevelResources</c>.</summary>
    ResourceWithoutLocation,

    /// <summary>The member of the assigned initiative; in overrides only.</summary>
    PolicyDefinitionReferenceId,

    /// <summary>Who makes the request (since api-version 2025-12-01-preview).</summary>
    UserPrincipalId,

    /// <summary>A group of who makes the request (since api-version 2025-12-01-preview).</summary>
    GroupPrincipalId,

    /// <summary>A share of the resources (since api-version 2026-06-01).</summary>
    ResourceRolloutPercentage,
}
