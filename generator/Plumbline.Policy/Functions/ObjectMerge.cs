using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>The function <c>union</c> on objects.</summary>
internal static class ObjectMerge
{
    public static PolicyValue Merge(ImmutableArray<PolicyValue> objects)
    {
        var merged = objects[0];
        for (var i = 1; i < objects.Length; i++)
        {
            merged = Merge((ObjectValue)merged, (ObjectValue)objects[i]);
            if (merged is FailedValue) return merged;
        }

        return merged;
    }

    // Names are equal ignoring case, the last spelling counts; a later null changes nothing.
    private static PolicyValue Merge(ObjectValue first, ObjectValue second)
    {
        var properties = first.Properties.ToBuilder();
        var index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < properties.Count; i++) index[properties[i].Key] = i;
        foreach (var (name, value) in second.Properties)
        {
            if (!index.TryGetValue(name, out var position))
            {
                index.Add(name, properties.Count);
                properties.Add(KeyValuePair.Create(name, value));
                continue;
            }

            if (value is NullValue) continue;
            var result = MergeValues(name, properties[position].Value, value);
            if (result is FailedValue) return result;
            properties[position] = KeyValuePair.Create(name, result);
        }

        return new ObjectValue(properties.ToImmutable());
    }

    // Objects merge, everything else is replaced by its like; an object and anything else but null do not go together.
    private static PolicyValue MergeValues(string name, PolicyValue left, PolicyValue right) => (left, right) switch
    {
        (ObjectValue first, ObjectValue second) => Merge(first, second),
        (NullValue, _) => right,
        (ObjectValue, _) or (_, ObjectValue) => new FailedValue($"union() cannot merge property {ValueDescription.Quote(name)}: {ValueDescription.Of(left)} and {ValueDescription.Of(right)}"),
        _ => right,
    };
}
