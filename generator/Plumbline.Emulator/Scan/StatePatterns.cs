using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Scan;

/// <summary>Counts resources by their records: most resources of a type have the same states under the same policies, and are added up once for all.</summary>
internal sealed class StatePatterns : IEqualityComparer<ImmutableArray<PolicyState>>
{
    private readonly Dictionary<ImmutableArray<PolicyState>, long> counts;

    /// <summary>No resources.</summary>
    public StatePatterns() => counts = new(this);

    /// <summary>Counts a resource with these records.</summary>
    public void Add(ImmutableArray<PolicyState> records) => CollectionsMarshal.GetValueRefOrAddDefault(counts, records, out _)++;

    /// <summary>Adds all of them to a summary.</summary>
    public void AddTo(SummaryCounter counter)
    {
        foreach (var (records, count) in counts) counter.Add(records, count);
    }

    /// <inheritdoc/>
    public bool Equals(ImmutableArray<PolicyState> x, ImmutableArray<PolicyState> y)
    {
        if (x.Length != y.Length) return false;
        for (var index = 0; index < x.Length; index++)
        {
            if (!ReferenceEquals(x[index].Member, y[index].Member) || x[index].State != y[index].State) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public int GetHashCode(ImmutableArray<PolicyState> obj)
    {
        var hash = obj.Length;
        foreach (var record in obj) hash = unchecked((hash * 31) + RuntimeHelpers.GetHashCode(record.Member) + (int)record.State);
        return hash;
    }
}
