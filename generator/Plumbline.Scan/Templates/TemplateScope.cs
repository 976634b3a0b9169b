namespace Plumbline.Scan.Templates;

/// <summary>What a template is deployed to, told by its <c>$schema</c>.</summary>
public enum TemplateScope
{
    /// <summary>A resource group: <c>deploymentTemplate.json</c>.</summary>
    ResourceGroup,

    /// <summary>A subscription: <c>subscriptionDeploymentTemplate.json</c>.</summary>
    Subscription,

    /// <summary>A management group: <c>managementGroupDeploymentTemplate.json</c>.</summary>
    ManagementGroup,

    /// <summary>The tenant: <c>tenantDeploymentTemplate.json</c>.</summary>
    Tenant,
}
