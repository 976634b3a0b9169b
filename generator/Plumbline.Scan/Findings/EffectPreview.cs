using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Findings;

/// <summary>What an effect would do to a resource, or beside it.</summary>
internal static class EffectPreview
{
    private const int MaximumChanges = 100;
    private const int MaximumDepth = 64;

    /// <summary>The properties that <c>modify</c> or <c>append</c> would change, in the order of their paths.</summary>
    public static ImmutableArray<PropertyChange> Changes(EvaluationResult result, PolicyValue resource) =>
        result.Resource is { } after ? [.. Differences("", resource, after, 0).OrderBy(change => change.Path, StringComparer.Ordinal).Take(MaximumChanges)] : [];

    /// <summary>The resources of the template that <c>deployIfNotExists</c> would deploy.</summary>
    public static ImmutableArray<string> Deployments(EvaluationResult result) =>
        result is { Effect: EffectNames.DeployIfNotExists, Details: ObjectValue details } && Member(details, "deployment", "properties", "template", "resources") is { } resources
            ? [.. Items(resources).OfType<ObjectValue>().Select(item => $"{Text(item["type"])} '{Text(item["name"])}'")]
            : [];

    private static IEnumerable<PropertyChange> Differences(string path, PolicyValue before, PolicyValue after, int depth)
    {
        if (before.Equals(after)) return [];
        if (depth < MaximumDepth && (before, after) is (ObjectValue left, ObjectValue right)) return OfObjects(path, left, right, depth + 1);
        if (depth < MaximumDepth && (before, after) is (ArrayValue first, ArrayValue second)) return OfArrays(path, first, second, depth + 1);
        return [new(path, Shown(path, before), Shown(path, after))];
    }

    private static IEnumerable<PropertyChange> OfObjects(string path, ObjectValue before, ObjectValue after, int depth) =>
        before.Properties.Concat(after.Properties).Select(property => property.Key).Distinct(StringComparer.Ordinal)
            .SelectMany(name => Differences(path.Length == 0 ? name : $"{path}.{name}", before[name], after[name], depth));

    private static IEnumerable<PropertyChange> OfArrays(string path, ArrayValue before, ArrayValue after, int depth) =>
        Enumerable.Range(0, Math.Max(before.Items.Length, after.Items.Length))
            .SelectMany(index => Differences(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), At(before, index), At(after, index), depth));

    private static PolicyValue At(ArrayValue array, int index) => index < array.Items.Length ? array.Items[index] : UndefinedValue.Instance;

    private static string? Shown(string path, PolicyValue value) =>
        value is UndefinedValue ? null : SecretPaths.Holds(path) ? SecretPaths.Hidden : PolicyValueWriter.ToCompactJson(value);

    private static PolicyValue? Member(PolicyValue value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (value is not ObjectValue item) return null;
            value = item[name];
        }

        return value;
    }

    // Templates of language version 2.0 name their resources.
    private static IEnumerable<PolicyValue> Items(PolicyValue resources) => resources switch
    {
        ArrayValue array => array.Items,
        ObjectValue item => item.Properties.Select(property => property.Value),
        _ => [],
    };

    private static string Text(PolicyValue value) => value is TextValue text ? text.Value : "";
}
