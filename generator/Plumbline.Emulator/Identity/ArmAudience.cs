using System.Collections.Immutable;

namespace Plumbline.Emulator.Identity;

/// <summary>Which resource a token has to be for: Azure Resource Manager by its public names, or this endpoint by its own.</summary>
internal static class ArmAudience
{
    /// <summary>ARM's public names.</summary>
    public static ImmutableArray<string> Public { get; } =
    [
        "https://management.core.windows.net/", "https://management.core.windows.net", "https://management.azure.com/", "https://management.azure.com",
    ];

    /// <summary>Whether a token with this audience opens ARM. Clients send the endpoint with no, one or two slashes at its end, and by either name of the loopback address.</summary>
    public static bool IsArm(string audience) =>
        Public.Contains(audience.TrimEnd('/'), StringComparer.OrdinalIgnoreCase)
        || (Uri.TryCreate(audience, UriKind.Absolute, out var uri) && uri.Host is "localhost" or "127.0.0.1" && uri.AbsolutePath.Trim('/').Length == 0);
}
