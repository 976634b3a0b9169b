using System.Collections.Immutable;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Rendering;

/// <summary>Takes differences apart by path: objects and lists are compared further, so that a long list shows only what was added and removed.</summary>
internal static class ChangedValues
{
    /// <summary>How many an operation shows.</summary>
    public const int Most = 40;

    private const int Deepest = 32;

    /// <summary>All of an operation.</summary>
    public static ImmutableArray<ChangedValue> Of(PlanOperation operation) => [.. operation.Diff.SelectMany(one => Of(one.Path, one.Before, one.After, 0))];

    /// <summary>The words for those that are not shown; null when all are.</summary>
    public static string? Rest(int count) => count <= Most ? null : $"... {CountWords.Of(count - Most, "more difference")}; the plan file has them all";

    private static IEnumerable<ChangedValue> Of(string path, PolicyValue before, PolicyValue after, int depth) => (before, after) switch
    {
        (UndefinedValue, _) => [new(path, null, ValueText.Of(after))],
        (_, UndefinedValue) => [new(path, ValueText.Of(before), null)],
        (ObjectValue left, ObjectValue right) when depth < Deepest => Members(path, left, right, depth),
        (ArrayValue left, ArrayValue right) when left.Items.Length == right.Items.Length && depth < Deepest && !AreTexts(left, right) => Positions(path, left, right, depth),
        (ArrayValue left, ArrayValue right) => Items(path, left, right),
        _ => [Changed(path, before, after)],
    };

    private static ChangedValue Changed(string path, PolicyValue before, PolicyValue after)
    {
        var (old, changed) = ValueText.Of(before, after);
        return new(path, old, changed);
    }

    private static IEnumerable<ChangedValue> Members(string path, ObjectValue before, ObjectValue after, int depth) =>
        before.Properties.Concat(after.Properties).Select(property => property.Key).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(key => !before[key].Equals(after[key]))
            .SelectMany(key => Of($"{path}/{key}", before[key], after[key], depth + 1));

    private static IEnumerable<ChangedValue> Positions(string path, ArrayValue before, ArrayValue after, int depth) =>
        Enumerable.Range(0, before.Items.Length)
            .Where(index => !before.Items[index].Equals(after.Items[index]))
            .SelectMany(index => Of($"{path}/{CountWords.Of(index)}", before.Items[index], after.Items[index], depth + 1));

    private static IEnumerable<ChangedValue> Items(string path, ArrayValue before, ArrayValue after)
    {
        var (removed, added) = (Without(before, after), Without(after, before));
        if (removed.Count + added.Count == 0) return [new(path, ValueText.Of(before), $"{ValueText.Of(after)} (the same {CountWords.Of(after.Items.Length, "item")} in another order)")];
        return removed.Select(item => new ChangedValue(path, ValueText.Of(item), null)).Concat(added.Select(item => new ChangedValue(path, null, ValueText.Of(item))));
    }

    // What the first has more often than the second, in its order.
    private static List<PolicyValue> Without(ArrayValue items, ArrayValue others)
    {
        var left = others.Items.GroupBy(item => item).ToDictionary(same => same.Key, same => same.Count());
        return [.. items.Items.Where(item => !left.TryGetValue(item, out var count) || (left[item] = count - 1) < 0)];
    }

    private static bool AreTexts(ArrayValue left, ArrayValue right) => left.Items.Concat(right.Items).All(item => item is TextValue);
}
