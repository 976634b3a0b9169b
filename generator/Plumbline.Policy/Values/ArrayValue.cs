using System.Collections.Immutable;

namespace Plumbline.Policy.Values;

/// <summary>A JSON array. Equality is by members, in order.</summary>
public sealed record ArrayValue(ImmutableArray<PolicyValue> Items) : PolicyValue
{
    /// <inheritdoc/>
    public bool Equals(ArrayValue? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Length;
}
