using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Comparison;

/// <summary>Compares two JSON values by structure: the order of keys and their case mean nothing, the order of array members does.</summary>
internal static class StructuralDiff
{
    /// <summary>The differences, in the order of the wanted value; what has to go comes after what is wanted beside it.</summary>
    /// <param name="path">The JSON pointer of both values.</param>
    /// <param name="before">What is there.</param>
    /// <param name="after">What is wanted.</param>
    public static ImmutableArray<PropertyDifference> Compare(string path, PolicyValue before, PolicyValue after) => [.. Compare(path, path, before, after)];

    private static IEnumerable<PropertyDifference> Compare(string path, string name, PolicyValue before, PolicyValue after) => (before, after) switch
    {
        (ObjectValue left, ObjectValue right) => CompareObjects(path, left, right),
        (ArrayValue left, ArrayValue right) when ComparisonRules.KeyOf(path) is { } key => CompareKeyed(path, key, left, right),
        (ArrayValue left, ArrayValue right) => CompareArrays(path, name, left.Items, right.Items),
        (_, UndefinedValue) when ComparisonRules.IsLeftAlone(path, name) => [],
        _ when ComparisonRules.IsDerived(path, name) => [],
        _ when AreEqual(name, before, after) => [],
        _ => [new PropertyDifference(path, before, after)],
    };

    private static IEnumerable<PropertyDifference> CompareObjects(string path, ObjectValue before, ObjectValue after) =>
        after.Properties.Concat(before.Properties)
            .Select(property => property.Key)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(key => Compare(JsonPointer.Member(path, key), key, before[key], after[key]));

    private static IEnumerable<PropertyDifference> CompareKeyed(string path, string key, ArrayValue before, ArrayValue after)
    {
        var (left, right) = (ByKey(before, key), ByKey(after, key));
        return right.Properties.Concat(left.Properties)
            .Select(member => member.Key)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(member => Compare(JsonPointer.Member(path, member), key, left[member], right[member]));
    }

    // What both ends have in common is set aside, so that one inserted member is one difference.
    private static IEnumerable<PropertyDifference> CompareArrays(string path, string name, ImmutableArray<PolicyValue> before, ImmutableArray<PolicyValue> after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var start = 0;
        while (start < shorter && IsSame(name, before[start], after[start])) start++;
        var end = 0;
        while (end < shorter - start && IsSame(name, before[^(end + 1)], after[^(end + 1)])) end++;

        var longest = Math.Max(before.Length, after.Length) - end;
        return Enumerable.Range(start, longest - start)
            .SelectMany(i => Compare(JsonPointer.Member(path, i.ToString(CultureInfo.InvariantCulture)), name, At(before, i, end), At(after, i, end)));
    }

    private static PolicyValue At(ImmutableArray<PolicyValue> items, int index, int end) => index < items.Length - end ? items[index] : UndefinedValue.Instance;

    private static bool IsSame(string name, PolicyValue before, PolicyValue after) => !Compare(string.Empty, name, before, after).Any();

    private static ObjectValue ByKey(ArrayValue members, string key) =>
        new([.. members.Items.Select(member => KeyValuePair.Create(KeyOf(member, key), member))]);

    // What has no key is the one for all: the message of an assignment without a reference id.
    private static string KeyOf(PolicyValue member, string key) => member is ObjectValue item && item[key] is TextValue text ? text.Value : "*";

    private static bool AreEqual(string name, PolicyValue before, PolicyValue after) => (before, after) switch
    {
        (TextValue left, TextValue right) when ComparisonRules.IsIdentifier(name) =>
            string.Equals(left.Value.TrimEnd('/'), right.Value.TrimEnd('/'), StringComparison.OrdinalIgnoreCase),
        (IntegerValue left, FloatValue right) => right.Value.Equals(left.Value),
        (FloatValue left, IntegerValue right) => left.Value.Equals(right.Value),
        _ => before.Equals(after),
    };
}
