using System.Collections.Immutable;

namespace Plumbline.Emulator.Store;

/// <summary>
/// Resources in the order of their ids, found by id, by type and by scope without looking at the others. Immutable: a change shares all but a path with what it was
/// made from.
/// </summary>
internal sealed class ResourceIndex
{
    private static readonly ImmutableSortedSet<StoredResource> None = ImmutableSortedSet<StoredResource>.Empty.WithComparer(ById.Instance);

    private readonly ImmutableSortedSet<StoredResource> all;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<StoredResource>> byType;

    private ResourceIndex(ImmutableSortedSet<StoredResource> all, ImmutableDictionary<string, ImmutableSortedSet<StoredResource>> byType)
    {
        this.all = all;
        this.byType = byType;
    }

    /// <summary>No resources.</summary>
    public static ResourceIndex Empty { get; } =
        new(None, ImmutableDictionary<string, ImmutableSortedSet<StoredResource>>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase));

    /// <summary>How many there are.</summary>
    public int Count => all.Count;

    /// <summary>All of them, in the order of their ids.</summary>
    public IReadOnlyCollection<StoredResource> Values => all;

    /// <summary>The types there are, in no order.</summary>
    public IEnumerable<string> Types => byType.Keys;

    /// <summary>An index of many resources at once; of two with one id the last is kept.</summary>
    public static ResourceIndex Of(IEnumerable<StoredResource> resources)
    {
        var latest = new Dictionary<ResourceId, StoredResource>();
        foreach (var resource in resources) latest[resource.Id] = resource;
        var byType = latest.Values
            .GroupBy(resource => resource.Id.Type, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableSortedSet(ById.Instance), StringComparer.OrdinalIgnoreCase);
        return new ResourceIndex(latest.Values.ToImmutableSortedSet(ById.Instance), byType);
    }

    /// <summary>The resource with this id, or null.</summary>
    public StoredResource? Find(ResourceId id) => all.TryGetValue(Probe(id), out var found) ? found : null;

    /// <summary>The resources of a type, in the order of their ids.</summary>
    public ImmutableSortedSet<StoredResource> OfType(string type) => byType.GetValueOrDefault(type, None);

    /// <summary>The resource <paramref name="scope"/> itself, if it is there, and all whose id lies inside it.</summary>
    public IEnumerable<StoredResource> Within(ResourceId scope) => Within(all, scope);

    /// <summary>The resources of a type whose id is <paramref name="scope"/> or lies inside it.</summary>
    public IEnumerable<StoredResource> OfType(string type, ResourceId scope) => Within(OfType(type), scope);

    /// <summary>With <paramref name="resource"/> added or put in the place of the one with its id.</summary>
    public ResourceIndex With(StoredResource resource) =>
        new(Replace(all, resource), byType.SetItem(resource.Id.Type, Replace(OfType(resource.Id.Type), resource)));

    /// <summary>Without the resource with this id alone.</summary>
    public ResourceIndex Without(ResourceId id)
    {
        var probe = Probe(id);
        var rest = OfType(id.Type).Remove(probe);
        return new(all.Remove(probe), rest.IsEmpty ? byType.Remove(id.Type) : byType.SetItem(id.Type, rest));
    }

    private static ImmutableSortedSet<StoredResource> Replace(ImmutableSortedSet<StoredResource> set, StoredResource resource) => set.Remove(resource).Add(resource);

    // INVARIANT: ids compare as texts without regard to case, so all that start with one text stand together.
    private static IEnumerable<StoredResource> Within(ImmutableSortedSet<StoredResource> set, ResourceId scope)
    {
        if (set.TryGetValue(Probe(scope), out var itself)) yield return itself;
        var start = set.IndexOf(Probe(scope.ProbeOfContent()));
        for (var index = start < 0 ? ~start : start; index < set.Count && set[index].Id.IsWithin(scope); index++) yield return set[index];
    }

    private static StoredResource Probe(ResourceId id) => new(id, default);

    private sealed class ById : IComparer<StoredResource>
    {
        public static readonly ById Instance = new();

        public int Compare(StoredResource? x, StoredResource? y) => Comparer<ResourceId>.Default.Compare(x?.Id, y?.Id);
    }
}
