using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Enforcement;

/// <summary>On which resources policies are evaluated.</summary>
internal static class EvaluatedTypes
{
    private const string Resources = "Microsoft.Resources/";
    private const string Management = "Microsoft.Management/";

    /// <summary>Whether policies are evaluated on it. Of Microsoft.Resources only subscriptions and resource groups are; policy objects, remediations and management groups are not resources.</summary>
    public static bool Include(ResourceId id) =>
        id.Is(ResourceTypes.Subscription) || id.Is(ResourceTypes.ResourceGroup)
        || !(ResourceTypes.IsPolicyObject(id) || ResourceTypes.IsPolicyCoverage(id) || IsOf(id, Resources) || ResourceTypes.IsPolicyInsights(id) || ResourceTypes.IsPolicyVersion(id) || IsOf(id, Management));

    private static bool IsOf(ResourceId id, string provider) => id.Type.StartsWith(provider, StringComparison.OrdinalIgnoreCase);
}
