using System.Collections.Immutable;

namespace Plumbline.Generation.Compilation;

/// <summary>The array aliases whose members enclosing counts have bound.</summary>
internal sealed record FieldScope(ImmutableArray<string> BoundArrays)
{
    /// <summary>Outside any count.</summary>
    public static FieldScope Resource { get; } = new([]);

    /// <summary>Inside a count over <paramref name="array"/>.</summary>
    public FieldScope Within(string array) => new(BoundArrays.Add(array));

    /// <summary>Whether the field has one value here, rather than one for each member of an array.</summary>
    public bool IsSingle(string field)
    {
        var last = field.LastIndexOf("[*]", StringComparison.Ordinal);
        return last < 0 || IsBound(field[..(last + 3)]);
    }

    /// <summary>Whether a resource cannot lack the field: what identifies it, and the counted member itself.</summary>
    public bool IsAlwaysPresent(string field) =>
        IsBound(field) || field.ToUpperInvariant() is "TYPE" or "NAME" or "ID" or "FULLNAME";

    private bool IsBound(string array) => BoundArrays.Contains(array, StringComparer.OrdinalIgnoreCase);
}
