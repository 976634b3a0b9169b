using System.Collections.Immutable;

namespace Plumbline.Emulator.Store;

/// <summary>What enforcement did, newest first: the records of each write that an effect took place on. The newest <see cref="Limit"/> writes are kept, in memory only.</summary>
internal sealed class PolicyEventLog
{
    /// <summary>How many writes are kept.</summary>
    public const int Limit = 100_000;

    private readonly long written;

    private PolicyEventLog(ImmutableSortedSet<ResourceVerdicts> newest, long written)
    {
        Newest = newest;
        this.written = written;
    }

    /// <summary>No events.</summary>
    public static PolicyEventLog Empty { get; } = new(ImmutableSortedSet.Create(ResourceVerdicts.NewestFirst), 0);

    /// <summary>The events, newest first.</summary>
    public ImmutableSortedSet<ResourceVerdicts> Newest { get; }

    /// <summary>With the events of one more write; nothing is added when there are none.</summary>
    public PolicyEventLog With(ResourceVerdicts events)
    {
        if (events.States.IsEmpty) return this;
        var next = Newest.Add(events with { Sequence = written + 1 });
        return new(next.Count > Limit ? next.Remove(next[^1]) : next, written + 1);
    }
}
