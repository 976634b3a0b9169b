using Plumbline.Policy.Values;
using static Plumbline.Scan.Terraform.ArmShape;

namespace Plumbline.Scan.Terraform;

/// <summary><c>azurerm_container_app</c>. Source: the documentation of the provider <c>hashicorp/azurerm</c> 4.x.</summary>
internal static class ContainerAppMapping
{
    /// <summary>The app in ARM's shape.</summary>
    public static ObjectValue Map(PlannedResource planned)
    {
        var app = planned.Values;
        return Resource(planned, "Microsoft.App/containerApps", app["location"] is UndefinedValue ? planned.Later("location") : app["location"], Object(
            ("environmentId", app["container_app_environment_id"]),
            ("workloadProfileName", app.NotEmpty("workload_profile_name")),
            ("configuration", Object(
                ("activeRevisionsMode", app["revision_mode"]),
                ("maxInactiveRevisions", app["max_inactive_revisions"]),
                ("ingress", app.Block("ingress", Ingress)),
                ("dapr", app.Block("dapr", Dapr)),
                ("registries", ContainerConfiguration.Registries(app)),
                ("secrets", ContainerConfiguration.Secrets(app)))),
            ("template", app.Block("template", ContainerTemplate.OfApp))));
    }

    private static PolicyValue Ingress(PlanBlock block) => Object(
        ("external", block["external_enabled"]),
        ("allowInsecure", block["allow_insecure_connections"]),
        ("targetPort", block["target_port"]),
        ("exposedPort", block["exposed_port"]),
        ("transport", block["transport"]),
        ("fqdn", block.NotEmpty("fqdn")),
        ("clientCertificateMode", block.NotEmpty("client_certificate_mode")),
        ("corsPolicy", block.Block("cors", Cors)),
        ("customDomains", block.Blocks("custom_domain", domain => Object(("name", domain["name"]), ("bindingType", domain["certificate_binding_type"]), ("certificateId", domain.NotEmpty("certificate_id"))))),
        ("ipSecurityRestrictions", block.Blocks("ip_security_restriction", restriction => Object(
            ("name", restriction["name"]), ("description", restriction.NotEmpty("description")), ("ipAddressRange", restriction["ip_address_range"]), ("action", restriction["action"])))),
        ("traffic", block.Blocks("traffic_weight", weight => Object(
            ("label", weight.NotEmpty("label")), ("latestRevision", weight["latest_revision"]), ("revisionName", weight.NotEmpty("revision_suffix")), ("weight", weight["percentage"])))));

    private static PolicyValue Cors(PlanBlock block) => Object(
        ("allowedOrigins", block.List("allowed_origins")),
        ("allowedMethods", block.List("allowed_methods")),
        ("allowedHeaders", block.List("allowed_headers")),
        ("exposeHeaders", block.List("exposed_headers")),
        ("allowCredentials", block["allow_credentials_enabled"]),
        ("maxAge", block["max_age_in_seconds"]));

    private static PolicyValue Dapr(PlanBlock block) => Object(
        ("enabled", BooleanValue.Of(true)),
        ("appId", block["app_id"]),
        ("appPort", block["app_port"]),
        ("appProtocol", block["app_protocol"]));
}
