using System.Collections.Immutable;

namespace Plumbline.Testing.Edges;

/// <summary>Texts that look real where a rule takes texts apart.</summary>
internal static class EdgeSamples
{
    /// <summary>Samples for a property or parameter of this name, the most usual first. Never empty.</summary>
    public static ImmutableArray<string> Of(string name) => name switch
    {
        _ when Contains(name, "location") => ["westeurope"],
        "image" => ["contoso.azurecr.io/web:1.4.2", "contoso.azurecr.io/web:latest", "contoso.azurecr.io/web", "docker.io/library/nginx:1.27", "nginx", "contoso.azurecr.io/web@sha256:1f2e"],
        "ipAddressRange" => ["203.0.113.0/24", "0.0.0.0/0"],
        "openIdIssuer" => ["https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0"],
        "expirationDate" => ["2030-01-01T00:00:00Z", "2025-01-01T00:00:00Z"],
        _ when name.EndsWith("Url", StringComparison.Ordinal) => ["https://contoso.vault.azure.net/secrets/sample"],
        _ => ["sample"],
    };

    private static bool Contains(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
