using System.Collections.Immutable;
using Plumbline.Policy.Values;
using static Plumbline.Policy.Functions.ArgumentKind;

namespace Plumbline.Policy.Functions;

/// <summary>Functions on objects, and the set functions that objects and arrays share.</summary>
internal static class ObjectFunctions
{
    private const ArgumentKind Container = ArgumentKind.Array | ArgumentKind.Object;

    public static readonly ImmutableArray<TemplateFunction> All =
    [
        new("createObject", [Any], CreateObject) { Minimum = 0, Repeats = true },
        new("union", [Container], Union) { Minimum = 2, Repeats = true },
        new("intersection", [Container], Intersection) { Minimum = 2, Repeats = true },
        new("items", [ArgumentKind.Object], Items),
        new("tryGet", [Any, Text | Integer], TryGet) { Minimum = 2, Repeats = true },
    ];

    private static PolicyValue CreateObject(ImmutableArray<PolicyValue> arguments)
    {
        if (arguments.Length % 2 != 0) return new FailedValue("createObject() takes pairs of a name and a value");
        var pairs = arguments.Chunk(2).ToList();
        if (pairs.Any(pair => pair[0] is not TextValue)) return new FailedValue("createObject() takes only strings as names");
        return pairs.DistinctBy(pair => ValueKinds.Text(pair[0]), StringComparer.Ordinal).Count() == pairs.Count
            ? new ObjectValue([.. pairs.Select(pair => KeyValuePair.Create(ValueKinds.Text(pair[0]), pair[1]))])
            : new FailedValue("createObject() got the same name twice");
    }

    private static PolicyValue Union(ImmutableArray<PolicyValue> arguments)
    {
        if (arguments.All(argument => argument is ArrayValue))
            return new ArrayValue([.. arguments.SelectMany(argument => ((ArrayValue)argument).Items).Distinct()]);
        return arguments.All(argument => argument is ObjectValue)
            ? arguments.AsEnumerable().Aggregate((left, right) => left is FailedValue ? left : Merge(left, right))
            : new FailedValue("union() takes arrays only or objects only");
    }

    // A later null does not overwrite; arrays are replaced; objects merge; the last spelling of a name counts.
    private static PolicyValue Merge(PolicyValue left, PolicyValue right)
    {
        if (right is NullValue) return left;
        if (left is not ObjectValue first || right is not ObjectValue second)
            return left is ObjectValue || (right is ObjectValue && left is not NullValue) ? new FailedValue("union() cannot merge an object with another type") : right;
        var merged = first.Properties.ToBuilder();
        foreach (var (name, value) in second.Properties)
        {
            var index = IndexOf(merged, name);
            var result = index < 0 ? value : Merge(merged[index].Value, value);
            if (result is FailedValue) return result;
            if (index < 0) merged.Add(KeyValuePair.Create(name, result));
            else merged[index] = KeyValuePair.Create(name, result);
        }

        return new ObjectValue(merged.ToImmutable());
    }

    private static int IndexOf(ImmutableArray<KeyValuePair<string, PolicyValue>>.Builder properties, string name)
    {
        var index = properties.Count - 1;
        while (index >= 0 && !string.Equals(properties[index].Key, name, StringComparison.OrdinalIgnoreCase)) index--;
        return index;
    }

    private static PolicyValue Intersection(ImmutableArray<PolicyValue> arguments)
    {
        if (arguments.All(argument => argument is ArrayValue))
            return new ArrayValue([.. arguments.Select(argument => ((ArrayValue)argument).Items.AsEnumerable()).Aggregate((left, right) => left.Intersect(right))]);
        if (!arguments.All(argument => argument is ObjectValue)) return new FailedValue("intersection() takes arrays only or objects only");
        var others = arguments.Skip(1).Cast<ObjectValue>().ToList();
        return new ObjectValue([.. ((ObjectValue)arguments[0]).Properties.Where(property => others.All(other => other.Properties.Contains(property)))]);
    }

    private static ArrayValue Items(ImmutableArray<PolicyValue> arguments) =>
        new ArrayValue([.. ((ObjectValue)arguments[0]).Properties
            .OrderBy(property => property.Key, StringComparer.OrdinalIgnoreCase)
            .Select(property => PolicyValueReader.Object(("key", new TextValue(property.Key)), ("value", property.Value)))]);

    // Only the first key is safe; what it finds has to have the others.
    private static PolicyValue TryGet(ImmutableArray<PolicyValue> arguments)
    {
        var value = ValueAccess.Read(arguments[0], arguments[1]);
        return value is FailedValue ? NullValue.Instance : arguments.Skip(2).Aggregate(value, ValueAccess.Read);
    }
}
