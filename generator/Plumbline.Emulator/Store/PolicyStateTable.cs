using System.Collections.Immutable;

namespace Plumbline.Emulator.Store;

/// <summary>
/// The compliance records, by resource and by time. Immutable: a change shares all but a path with what it was made from. The newest evaluation of a resource is what
/// <c>latest</c> shows; older ones are history, of which the newest <see cref="HistoryLimit"/> are kept.
/// </summary>
internal sealed class PolicyStateTable
{
    /// <summary>How many older evaluations of resources are kept in all.</summary>
    public const int HistoryLimit = 100_000;

    private static readonly ImmutableSortedSet<ResourceVerdicts> None = ImmutableSortedSet.Create(ResourceVerdicts.NewestFirst);
    private readonly ImmutableDictionary<ResourceId, ResourceVerdicts> byResource;

    private PolicyStateTable(
        ImmutableDictionary<ResourceId, ResourceVerdicts> byResource,
        ImmutableSortedSet<ResourceVerdicts> newest,
        ImmutableSortedSet<ResourceVerdicts> history,
        ImmutableHashSet<ResourceId> unsaved)
    {
        this.byResource = byResource;
        Newest = newest;
        History = history;
        Unsaved = unsaved;
    }

    /// <summary>No records.</summary>
    public static PolicyStateTable Empty { get; } = new(ImmutableDictionary<ResourceId, ResourceVerdicts>.Empty, None, None, []);

    /// <summary>The newest evaluation of each resource, newest first.</summary>
    public ImmutableSortedSet<ResourceVerdicts> Newest { get; }

    /// <summary>Older evaluations, newest first; some are of resources that are gone.</summary>
    public ImmutableSortedSet<ResourceVerdicts> History { get; }

    /// <summary>The resources whose newest records changed since they were last kept.</summary>
    public ImmutableHashSet<ResourceId> Unsaved { get; }

    /// <summary>The newest evaluation of a resource, or null.</summary>
    public ResourceVerdicts? Find(ResourceId resource) => byResource.GetValueOrDefault(resource);

    /// <summary>With an evaluation as the newest of its resource; one without records takes the resource out.</summary>
    public PolicyStateTable With(ResourceVerdicts verdicts)
    {
        var id = verdicts.Resource.Id;
        var older = Find(id);
        if (older is null && verdicts.States.IsEmpty) return this;
        var newest = older is null ? Newest : Newest.Remove(older);
        return verdicts.States.IsEmpty
            ? new(byResource.Remove(id), newest, Keep(older), Unsaved.Add(id))
            : new(byResource.SetItem(id, verdicts), newest.Add(verdicts), Keep(older), Unsaved.Add(id));
    }

    /// <summary>With many evaluations at once, each as the newest of its resource.</summary>
    public PolicyStateTable WithMany(IReadOnlyCollection<ResourceVerdicts> many)
    {
        var next = byResource.ToBuilder();
        var older = new List<ResourceVerdicts>();
        foreach (var verdicts in many)
        {
            if (next.TryGetValue(verdicts.Resource.Id, out var former)) older.Add(former);
            if (verdicts.States.IsEmpty) next.Remove(verdicts.Resource.Id);
            else next[verdicts.Resource.Id] = verdicts;
        }

        var history = History.Concat(older).Order(ResourceVerdicts.NewestFirst).Take(HistoryLimit).ToImmutableSortedSet(ResourceVerdicts.NewestFirst);
        return new(next.ToImmutable(), next.Values.ToImmutableSortedSet(ResourceVerdicts.NewestFirst), history, Unsaved.Union(many.Select(verdicts => verdicts.Resource.Id)));
    }

    /// <summary>Without the records of a resource that is gone.</summary>
    public PolicyStateTable Without(ResourceId resource) => Find(resource) is { } gone
        ? new(byResource.Remove(resource), Newest.Remove(gone), History, Unsaved.Add(resource))
        : this;

    /// <summary>Without the records of an assignment that is gone.</summary>
    public PolicyStateTable WithoutAssignment(ResourceId assignment)
    {
        var touched = Newest.Where(verdicts => Names(verdicts, assignment)).ToList();
        var history = History.Where(verdicts => Names(verdicts, assignment)).ToList();
        if (touched.Count + history.Count == 0) return this;
        var rest = touched.Select(verdicts => Rest(verdicts, assignment)).ToList();
        return new(
            byResource.SetItems(rest.Where(IsLeft).Select(verdicts => KeyValuePair.Create(verdicts.Resource.Id, verdicts))).RemoveRange(rest.Where(verdicts => !IsLeft(verdicts)).Select(verdicts => verdicts.Resource.Id)),
            Newest.Except(touched).Union(rest.Where(IsLeft)),
            History.Except(history).Union(history.Select(verdicts => Rest(verdicts, assignment)).Where(IsLeft)),
            Unsaved.Union(touched.Select(verdicts => verdicts.Resource.Id)));
    }

    /// <summary>The same, with nothing left to save.</summary>
    public PolicyStateTable Saved() => Unsaved.IsEmpty ? this : new(byResource, Newest, History, []);

    private ImmutableSortedSet<ResourceVerdicts> Keep(ResourceVerdicts? older)
    {
        if (older is null) return History;
        var next = History.Add(older);
        return next.Count > HistoryLimit ? next.Remove(next[^1]) : next;
    }

    private static bool Names(ResourceVerdicts verdicts, ResourceId assignment) => verdicts.States.Any(state => state.Member.Assignment.Id.Equals(assignment));

    private static ResourceVerdicts Rest(ResourceVerdicts verdicts, ResourceId assignment) =>
        verdicts with { States = verdicts.States.RemoveAll(state => state.Member.Assignment.Id.Equals(assignment)) };

    private static bool IsLeft(ResourceVerdicts verdicts) => !verdicts.States.IsEmpty;
}
