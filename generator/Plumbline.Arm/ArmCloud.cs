using System.Collections.Immutable;
using Azure.Identity;
using Azure.ResourceManager;

namespace Plumbline.Arm;

/// <summary>A cloud: where its ARM endpoint is and for which audience tokens are asked.</summary>
/// <param name="Name">As the Azure CLI names it.</param>
/// <param name="Endpoint">The ARM endpoint.</param>
/// <param name="Audience">The resource tokens are for; the scope asked for is this with <c>/.default</c>.</param>
/// <param name="AuthorityHost">Where tokens are issued, or null when the credential needs none.</param>
public sealed record ArmCloud(string Name, Uri Endpoint, string Audience, Uri? AuthorityHost)
{
    /// <summary>Azure.</summary>
    public static ArmCloud Public { get; } = From("AzureCloud", ArmEnvironment.AzurePublicCloud, AzureAuthorityHosts.AzurePublicCloud);

    /// <summary>Azure US Government.</summary>
    public static ArmCloud UsGovernment { get; } = From("AzureUSGovernment", ArmEnvironment.AzureGovernment, AzureAuthorityHosts.AzureGovernment);

    /// <summary>Azure operated by 21Vianet.</summary>
    public static ArmCloud China { get; } = From("AzureChinaCloud", ArmEnvironment.AzureChina, AzureAuthorityHosts.AzureChina);

    /// <summary>The clouds with a fixed endpoint.</summary>
    public static ImmutableArray<ArmCloud> All { get; } = [Public, UsGovernment, China];

    /// <summary>An endpoint on this machine, such as the emulator; its tokens are for itself.</summary>
    public static ArmCloud Local(Uri endpoint) => new("Local", endpoint, endpoint.GetLeftPart(UriPartial.Authority), null);

    /// <summary>The cloud of that name, without regard to case, or null.</summary>
    public static ArmCloud? Find(string name) =>
        All.FirstOrDefault(cloud => string.Equals(cloud.Name, name, StringComparison.OrdinalIgnoreCase));

    private static ArmCloud From(string name, ArmEnvironment environment, Uri authorityHost) =>
        new(name, environment.Endpoint, environment.Audience, authorityHost);
}
