using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Functions of property bags.</summary>
internal static class BagFunctions
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ScalarFunction> All { get; } =
    [
        ScalarFunction.Of("bag_keys", KqlType.Dynamic, value => value is KqlBag bag ? KqlArray.Of(bag.Members.Select(member => new KqlText(member.Key))) : KqlNull.Instance),
        ScalarFunction.Of("bag_has_key", 2, 2, KqlType.Boolean, arguments => arguments[0] is KqlBag bag ? KqlBoolean.Of(bag.Members.Any(member => member.Key == KqlConvert.ToText(arguments[1]))) : KqlNull.Instance),
        ScalarFunction.Of("bag_merge", 2, ScalarFunction.Many, KqlType.Dynamic, Merge),
        ScalarFunction.Of("bag_remove_keys", 2, 2, KqlType.Dynamic, Remove),
        ScalarFunction.Of("bag_pack", 2, ScalarFunction.Many, KqlType.Dynamic, Pack),
        ScalarFunction.Of("pack", 2, ScalarFunction.Many, KqlType.Dynamic, Pack),
    ];

    // Of two members with one name the first is kept.
    private static KqlBag Merge(KqlValue[] arguments) =>
        KqlBag.Of(arguments.OfType<KqlBag>().SelectMany(bag => bag.Members).DistinctBy(member => member.Key, StringComparer.Ordinal));

    private static KqlValue Remove(KqlValue[] arguments)
    {
        if (arguments[0] is not KqlBag bag) return KqlNull.Instance;
        var names = ArrayFunctions.Items(arguments[1]).Select(KqlConvert.ToText).ToHashSet(StringComparer.Ordinal);
        return KqlBag.Of(bag.Members.Where(member => !names.Contains(member.Key)));
    }

    private static KqlBag Pack(KqlValue[] arguments) =>
        KqlBag.Of(arguments.Chunk(2).Where(pair => pair.Length == 2).Select(pair => KeyValuePair.Create(KqlConvert.ToText(pair[0]), pair[1])));
}
