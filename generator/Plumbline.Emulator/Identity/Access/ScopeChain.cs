using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>What a scope inherits from.</summary>
internal static class ScopeChain
{
    /// <summary>The tenant itself, above the root management group.</summary>
    public const string Tenant = "/";

    /// <summary>The scope, all that contains it by its id, the management groups above, and the tenant; as texts, the nearest first.</summary>
    public static IEnumerable<string> Above(ScopeTree tree, ResourceId? scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            yield return at.Text;
            if (!at.Is(ResourceTypes.Subscription) && !at.Is(ResourceTypes.ManagementGroup)) continue;
            foreach (var group in tree.Groups.Above(at.Name)) yield return $"/providers/{ResourceTypes.ManagementGroup}/{group}";
        }

        yield return Tenant;
    }
}
