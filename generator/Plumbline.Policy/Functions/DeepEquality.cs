using System.Diagnostics.CodeAnalysis;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>
/// Equality by structure: strictly typed (1 is neither 1.0 nor '1'), strings and names of properties with their case, arrays in order,
/// properties in any order. Linear in the size of the values.
/// </summary>
internal sealed class DeepEquality : IEqualityComparer<PolicyValue>
{
    // Below this number of properties a search is cheaper than a dictionary.
    private const int FewProperties = 8;

    public static DeepEquality Comparer { get; } = new();

    public bool Equals(PolicyValue? left, PolicyValue? right) => (left, right) switch
    {
        (ArrayValue first, ArrayValue second) => first.Items.AsSpan().SequenceEqual(second.Items.AsSpan(), this),
        (ObjectValue first, ObjectValue second) => AreEqual(first, second),
        _ => object.Equals(left, right),
    };

    public int GetHashCode([DisallowNull] PolicyValue value)
    {
        switch (value)
        {
            case ArrayValue array:
                var ordered = new HashCode();
                foreach (var item in array.Items) ordered.Add(GetHashCode(item));
                return ordered.ToHashCode();
            case ObjectValue item:
                var unordered = item.Properties.Length;
                foreach (var property in item.Properties) unordered += HashCode.Combine(property.Key, GetHashCode(property.Value));
                return unordered;
            default:
                return value.GetHashCode();
        }
    }

    private bool AreEqual(ObjectValue left, ObjectValue right)
    {
        if (left.Properties.Length != right.Properties.Length) return false;
        var index = right.Properties.Length > FewProperties ? Index(right) : null;
        foreach (var property in left.Properties)
        {
            var other = index is null ? Find(right, property.Key) : index.GetValueOrDefault(property.Key);
            if (other is null || !Equals(property.Value, other)) return false;
        }

        return true;
    }

    /// <summary>The properties by their exact names; of a repeated name the first.</summary>
    public static Dictionary<string, PolicyValue> Index(ObjectValue value)
    {
        var index = new Dictionary<string, PolicyValue>(value.Properties.Length, StringComparer.Ordinal);
        foreach (var property in value.Properties) index.TryAdd(property.Key, property.Value);
        return index;
    }

    private static PolicyValue? Find(ObjectValue value, string name)
    {
        foreach (var property in value.Properties)
        {
            if (string.Equals(property.Key, name, StringComparison.Ordinal)) return property.Value;
        }

        return null;
    }
}
