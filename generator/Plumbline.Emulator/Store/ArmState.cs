using System.Collections.Immutable;

namespace Plumbline.Emulator.Store;

/// <summary>Everything the emulator knows, immutable: a request reads one and may give the next.</summary>
/// <param name="TenantId">The tenant, a GUID.</param>
/// <param name="SubscriptionId">The subscription that was there at the start, a GUID; there may be others.</param>
internal sealed record ArmState(string TenantId, string SubscriptionId)
{
    /// <summary>All resources, in the order of their ids: subscriptions, management groups, policy objects and built-ins included.</summary>
    public ResourceIndex Resources { get; private init; } = ResourceIndex.Empty;

    /// <summary>Those of the resources that decide what policies apply where. The same object as long as none of them changes, so that what is derived from it can be kept.</summary>
    public ResourceIndex PolicyObjects { get; private init; } = ResourceIndex.Empty;

    /// <summary>The compliance records.</summary>
    public PolicyStateTable PolicyStates { get; init; } = PolicyStateTable.Empty;

    /// <summary>What enforcement did.</summary>
    public PolicyEventLog PolicyEvents { get; init; } = PolicyEventLog.Empty;

    /// <summary>What was written since the state was last kept: the resource, or null where one was removed.</summary>
    public ImmutableDictionary<ResourceId, StoredResource?> Unsaved { get; private init; } = ImmutableDictionary<ResourceId, StoredResource?>.Empty;

    /// <summary>Resources that are made when they are read; null when there are none. Neither scopes nor types name them: they are listed and found only.</summary>
    public IVirtualResources? Virtual { get; init; }

    /// <summary>The resource with this id, or null.</summary>
    public StoredResource? Find(ResourceId id) => Resources.Find(id) ?? Virtual?.Find(id);

    /// <summary>The resource with this id, or null when there is none or the text is no id.</summary>
    public StoredResource? Find(string id) => ResourceId.TryParse(id) is { } parsed ? Find(parsed) : null;

    /// <summary>All resources of a type at or below <paramref name="scope"/>, in the order of their ids; in the whole tenant without a scope.</summary>
    public IEnumerable<StoredResource> OfType(string type, ResourceId? scope = null) =>
        scope is null ? Resources.OfType(type) : ScopeTree.Of(this).Parts(scope).SelectMany(part => Resources.OfType(type, part));

    /// <summary>All resources at or below <paramref name="scope"/>; below a management group lie the subscriptions of the groups in it.</summary>
    public IEnumerable<StoredResource> Within(ResourceId scope) => ScopeTree.Of(this).Parts(scope).SelectMany(Resources.Within);

    /// <summary>The stored resources of a list, and those that are made when they are read.</summary>
    /// <param name="stored">Those of the list that are stored.</param>
    public IReadOnlyList<StoredResource> Listed(ResourceId scope, IEnumerable<StoredResource> stored) => Virtual?.Listed(this, scope, stored) ?? [.. stored];

    /// <summary>With <paramref name="resource"/> added or replaced.</summary>
    public ArmState With(StoredResource resource) => this with
    {
        Resources = Resources.With(resource),
        PolicyObjects = ResourceTypes.DecidesPolicy(resource.Id) ? PolicyObjects.With(resource) : PolicyObjects,
        Unsaved = Unsaved.SetItem(resource.Id, resource),
    };

    /// <summary>With many resources added at once, all of them taken as saved.</summary>
    public ArmState WithSaved(IEnumerable<StoredResource> resources)
    {
        var all = ResourceIndex.Of(Resources.Values.Concat(resources));
        return this with { Resources = all, PolicyObjects = ResourceIndex.Of(all.Values.Where(resource => ResourceTypes.DecidesPolicy(resource.Id))) };
    }

    /// <summary>Without the resource, all that lies inside it, and the records about them.</summary>
    public ArmState Without(ResourceId id) => Resources.Within(id).ToList().Aggregate(this, static (state, gone) => state.WithoutAlone(gone.Id));

    /// <summary>The same, with nothing left to save.</summary>
    public ArmState Saved() => this with { Unsaved = Unsaved.Clear(), PolicyStates = PolicyStates.Saved() };

    private ArmState WithoutAlone(ResourceId id) => this with
    {
        Resources = Resources.Without(id),
        PolicyObjects = ResourceTypes.DecidesPolicy(id) ? PolicyObjects.Without(id) : PolicyObjects,
        Unsaved = Unsaved.SetItem(id, null),
        PolicyStates = id.Is(ResourceTypes.PolicyAssignment) ? PolicyStates.WithoutAssignment(id) : PolicyStates.Without(id),
    };
}
