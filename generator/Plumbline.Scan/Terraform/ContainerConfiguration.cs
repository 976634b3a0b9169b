using Plumbline.Policy.Values;
using static Plumbline.Scan.Terraform.ArmShape;

namespace Plumbline.Scan.Terraform;

/// <summary>Blocks that apps and jobs share: registries and secrets.</summary>
internal static class ContainerConfiguration
{
    /// <summary>The registries.</summary>
    public static PolicyValue Registries(PlanBlock resource) => resource.Blocks("registry", block => Object(
        ("server", block["server"]),
        ("identity", block.NotEmpty("identity")),
        ("username", block.NotEmpty("username")),
        ("passwordSecretRef", block.NotEmpty("password_secret_name"))));

    /// <summary>The secrets. A plan marks the whole set as sensitive: then nobody knows what each of them is.</summary>
    public static PolicyValue Secrets(PlanBlock resource) => resource.Blocks("secret", block => Object(
        ("name", block["name"]),
        ("identity", block.NotEmpty("identity")),
        ("keyVaultUrl", block.NotEmpty("key_vault_secret_id")),
        ("value", block.NotEmpty("value"))));
}
