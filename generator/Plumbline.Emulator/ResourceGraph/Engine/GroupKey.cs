using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>The values that rows of one group, or both sides of a join, have in common.</summary>
internal sealed class GroupKey(KqlValue[] values) : IEquatable<GroupKey>
{
    private readonly int hash = Hash(values);

    /// <summary>The values.</summary>
    public KqlValue[] Values => values;

    /// <summary>Whether one of them is null; such keys join nothing.</summary>
    public bool HasNull => Array.Exists(values, value => value is KqlNull);

    /// <inheritdoc/>
    public bool Equals(GroupKey? other) => other is not null && hash == other.hash && values.AsSpan().SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GroupKey);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    private static int Hash(KqlValue[] values)
    {
        var code = new HashCode();
        foreach (var value in values) code.Add(value);
        return code.ToHashCode();
    }
}
