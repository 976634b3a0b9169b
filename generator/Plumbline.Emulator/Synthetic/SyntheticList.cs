using System.Collections;
using System.Collections.Immutable;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Synthetic;

/// <summary>A list of resources of which only the page that is shown is made: those stored, then those of a synthetic estate.</summary>
internal sealed class SyntheticList : IReadOnlyList<StoredResource>, IList<StoredResource>
{
    private readonly ImmutableArray<StoredResource> stored;
    private readonly SyntheticEstate estate;
    private readonly ImmutableArray<(int Start, int End)> ranges;

    /// <summary>The list of a scope.</summary>
    public SyntheticList(IEnumerable<StoredResource> stored, SyntheticEstate estate, ArmState state, ResourceId scope)
    {
        this.stored = [.. stored];
        this.estate = estate;
        ranges = [.. SyntheticScope.Ranges(estate, state, scope)];
    }

    /// <inheritdoc cref="IReadOnlyCollection{T}.Count"/>
    public int Count => stored.Length + ranges.Sum(range => range.End - range.Start);

    /// <inheritdoc/>
    public bool IsReadOnly => true;

    /// <inheritdoc cref="IReadOnlyList{T}.this"/>
    public StoredResource this[int index]
    {
        get
        {
            if (index < stored.Length) return stored[index];
            index -= stored.Length;
            foreach (var (start, end) in ranges)
            {
                if (index < end - start) return estate.Resource(start + index);
                index -= end - start;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }

        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public IEnumerator<StoredResource> GetEnumerator() => stored.Concat(ranges.SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start)).Select(estate.Resource)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    int IList<StoredResource>.IndexOf(StoredResource item) => throw new NotSupportedException();

    void IList<StoredResource>.Insert(int index, StoredResource item) => throw new NotSupportedException();

    void IList<StoredResource>.RemoveAt(int index) => throw new NotSupportedException();

    void ICollection<StoredResource>.Add(StoredResource item) => throw new NotSupportedException();

    void ICollection<StoredResource>.Clear() => throw new NotSupportedException();

    bool ICollection<StoredResource>.Contains(StoredResource item) => throw new NotSupportedException();

    void ICollection<StoredResource>.CopyTo(StoredResource[] array, int arrayIndex) => throw new NotSupportedException();

    bool ICollection<StoredResource>.Remove(StoredResource item) => throw new NotSupportedException();
}
