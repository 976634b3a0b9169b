using Plumbline.Policy.Values;
using static Plumbline.Scan.Terraform.ArmShape;

namespace Plumbline.Scan.Terraform;

/// <summary><c>azurerm_container_app_environment</c>. Source: the documentation of the provider <c>hashicorp/azurerm</c> 4.x.</summary>
internal static class ContainerAppEnvironmentMapping
{
    /// <summary>The environment in ARM's shape.</summary>
    public static ObjectValue Map(PlannedResource planned)
    {
        var environment = planned.Values;
        return Resource(planned, "Microsoft.App/managedEnvironments", environment["location"], Object(
            ("vnetConfiguration", Network(environment)),
            ("zoneRedundant", environment["zone_redundancy_enabled"]),
            ("publicNetworkAccess", environment.NotEmpty("public_network_access")),
            ("infrastructureResourceGroup", environment.NotEmpty("infrastructure_resource_group_name")),
            ("daprAIConnectionString", environment.NotEmpty("dapr_application_insights_connection_string")),
            ("peerAuthentication", Object(("mtls", Object(("enabled", environment["mutual_tls_enabled"]))))),
            ("peerTrafficConfiguration", Object(("encryption", Object(("enabled", environment["mutual_tls_enabled"]))))),
            ("appLogsConfiguration", Logs(planned)),
            ("workloadProfiles", environment.Blocks("workload_profile", profile => Object(
                ("name", profile["name"]), ("workloadProfileType", profile["workload_profile_type"]), ("minimumCount", profile["minimum_count"]), ("maximumCount", profile["maximum_count"]))))));
    }

    // Without a subnet the provider sends no network configuration, whatever the other attribute says.
    private static PolicyValue Network(PlanBlock environment) => environment.NotEmpty("infrastructure_subnet_id") is UndefinedValue
        ? UndefinedValue.Instance
        : Object(("infrastructureSubnetId", environment["infrastructure_subnet_id"]), ("internal", environment["internal_load_balancer_enabled"]));

    // The workspace is named by its resource id, and ARM wants its customer id, which the plan does not have.
    private static PolicyValue Logs(PlannedResource planned)
    {
        var (workspace, destination) = (planned.Values.NotEmpty("log_analytics_workspace_id"), planned.Values.NotEmpty("logs_destination"));
        return Object(
            ("destination", destination is UndefinedValue && workspace is not UndefinedValue ? new TextValue("log-analytics") : destination),
            ("logAnalyticsConfiguration", workspace is UndefinedValue ? UndefinedValue.Instance : Object(("customerId", planned.Later("customerId")))));
    }
}
