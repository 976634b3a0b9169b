using System.Collections.Immutable;

namespace Plumbline.Emulator.Store;

/// <summary>Everything the emulator knows, immutable: a request reads one and may give the next.</summary>
/// <param name="TenantId">The tenant, a GUID.</param>
/// <param name="SubscriptionId">The one subscription, a GUID.</param>
/// <param name="Resources">All resources, policy objects and built-ins included, in the order of their ids.</param>
/// <param name="PolicyStates">The records of the newest scans, newest first.</param>
internal sealed record ArmState(
    string TenantId,
    string SubscriptionId,
    ImmutableSortedDictionary<ResourceId, StoredResource> Resources,
    ImmutableArray<PolicyState> PolicyStates)
{
    /// <summary>The resource with this id, or null.</summary>
    public StoredResource? Find(ResourceId id) => Resources.GetValueOrDefault(id);

    /// <summary>The resource with this id, or null when there is none or the text is no id.</summary>
    public StoredResource? Find(string id) => ResourceId.TryParse(id) is { } parsed ? Find(parsed) : null;

    /// <summary>All resources of a type at or below <paramref name="scope"/>, in the order of their ids.</summary>
    public IEnumerable<StoredResource> OfType(string type, ResourceId? scope = null) =>
        Resources.Values.Where(resource => resource.Id.Is(type) && (scope is null || resource.Id.IsWithin(scope)));

    /// <summary>With <paramref name="resource"/> added or replaced.</summary>
    public ArmState With(StoredResource resource) => this with { Resources = Resources.SetItem(resource.Id, resource) };

    /// <summary>Without the resource, all that lies inside it, and the records about them.</summary>
    public ArmState Without(ResourceId id) => this with
    {
        Resources = Resources.RemoveRange(Resources.Keys.Where(key => key.IsWithin(id)).ToList()),
        PolicyStates = PolicyStates.RemoveAll(state => IsAbout(state.ResourceId, id) || IsAbout(state.AssignmentId, id)),
    };

    private static bool IsAbout(string text, ResourceId id) => ResourceId.TryParse(text)?.IsWithin(id) == true;
}
