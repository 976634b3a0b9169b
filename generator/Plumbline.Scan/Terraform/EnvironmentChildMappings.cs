using Plumbline.Policy.Values;
using static Plumbline.Scan.Terraform.ArmShape;

namespace Plumbline.Scan.Terraform;

/// <summary>
/// <c>azurerm_container_app_environment_dapr_component</c>, <c>_certificate</c> and <c>_storage</c>: children of an environment. Source: the documentation of the
/// provider <c>hashicorp/azurerm</c> 4.x.
/// </summary>
internal static class EnvironmentChildMappings
{
    /// <summary>A Dapr component in ARM's shape.</summary>
    public static ObjectValue DaprComponent(PlannedResource planned)
    {
        var component = planned.Values;
        return Resource(planned, "Microsoft.App/managedEnvironments/daprComponents", UndefinedValue.Instance, Object(
            ("componentType", component["component_type"]),
            ("version", component["version"]),
            ("ignoreErrors", component["ignore_errors"]),
            ("initTimeout", component["init_timeout"]),
            ("scopes", component.List("scopes")),
            ("metadata", component.Blocks("metadata", item => Object(("name", item["name"]), ("value", item.NotEmpty("value")), ("secretRef", item.NotEmpty("secret_name"))))),
            ("secrets", ContainerConfiguration.Secrets(component))));
    }

    /// <summary>A certificate in ARM's shape. What is in it is known after the apply.</summary>
    public static ObjectValue Certificate(PlannedResource planned)
    {
        var certificate = planned.Values;
        return Resource(planned, "Microsoft.App/managedEnvironments/certificates", planned.Later("location"), Object(
            ("certificateKeyVaultProperties", certificate.Block("certificate_key_vault", vault => Object(("identity", vault.NotEmpty("identity")), ("keyVaultUrl", vault["key_vault_secret_id"])))),
            ("subjectName", certificate["subject_name"]),
            ("issuer", certificate["issuer"]),
            ("issueDate", certificate["issue_date"]),
            ("expirationDate", certificate["expiration_date"]),
            ("thumbprint", certificate["thumbprint"]),
            ("value", Hidden(planned, "certificate_blob_base64")),
            ("password", Hidden(planned, "certificate_password"))));
    }

    /// <summary>A storage in ARM's shape.</summary>
    public static ObjectValue Storage(PlannedResource planned)
    {
        var storage = planned.Values;
        return Resource(planned, "Microsoft.App/managedEnvironments/storages", UndefinedValue.Instance, storage.NotEmpty("nfs_server_url") is UndefinedValue
            ? Object(("azureFile", Object(
                ("accountName", storage["account_name"]), ("accountKey", Hidden(planned, "access_key")), ("shareName", storage["share_name"]), ("accessMode", storage["access_mode"]))))
            : Object(("nfsAzureFile", Object(("server", storage["nfs_server_url"]), ("shareName", storage["share_name"]), ("accessMode", storage["access_mode"])))));
    }

    // A secret is there or not; what it is matters to nobody.
    private static PolicyValue Hidden(PlannedResource planned, string attribute) => planned.Values.NotEmpty(attribute) is TextValue ? new TextValue($"[sensitive('{planned.Address}.{attribute}')]") : UndefinedValue.Instance;
}
