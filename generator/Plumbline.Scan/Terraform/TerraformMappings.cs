using System.Collections.Frozen;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Terraform;

/// <summary>Which types of a plan are translated, and how. The table in <c>generator/docs/commands/scan.md</c> says which attributes.</summary>
internal static class TerraformMappings
{
    /// <summary>A binding of a domain to an app; it has no resource of its own in Azure.</summary>
    public const string CustomDomain = "azurerm_container_app_custom_domain";

    /// <summary>A change of a resource that exists.</summary>
    public const string Update = "azapi_update_resource";

    private static readonly FrozenDictionary<string, Func<PlannedResource, ObjectValue>> Known = new Dictionary<string, Func<PlannedResource, ObjectValue>>(StringComparer.Ordinal)
    {
        ["azapi_resource"] = AzapiMapping.Map,
        [Update] = AzapiMapping.Map,
        ["azurerm_container_app"] = ContainerAppMapping.Map,
        ["azurerm_container_app_job"] = ContainerAppJobMapping.Map,
        ["azurerm_container_app_environment"] = ContainerAppEnvironmentMapping.Map,
        ["azurerm_container_app_environment_dapr_component"] = EnvironmentChildMappings.DaprComponent,
        ["azurerm_container_app_environment_certificate"] = EnvironmentChildMappings.Certificate,
        ["azurerm_container_app_environment_storage"] = EnvironmentChildMappings.Storage,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The translation of a type; null when there is none.</summary>
    public static Func<PlannedResource, ObjectValue>? Of(string type) => Known.GetValueOrDefault(type);

    /// <summary>Whether resources of a type stand for something in Azure, so that one without a translation has to be named.</summary>
    public static bool IsAzure(string type) => type.StartsWith("azurerm_", StringComparison.Ordinal) || type.StartsWith("azapi_", StringComparison.Ordinal);
}
