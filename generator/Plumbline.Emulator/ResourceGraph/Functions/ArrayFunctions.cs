using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Functions of arrays.</summary>
internal static class ArrayFunctions
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ScalarFunction> All { get; } =
    [
        ScalarFunction.Of("array_length", KqlType.Long, value => value is KqlArray array ? new KqlLong(array.Count) : KqlNull.Instance),
        ScalarFunction.Of("array_index_of", 2, 2, KqlType.Long, arguments => arguments[0] is KqlArray array ? new KqlLong(IndexOf(array, arguments[1])) : KqlNull.Instance),
        ScalarFunction.Of("array_concat", 1, ScalarFunction.Many, KqlType.Dynamic, arguments => KqlArray.Of(arguments.SelectMany(Items))),
        ScalarFunction.Of("array_slice", 3, 3, KqlType.Dynamic, Slice),
        ScalarFunction.Of("array_reverse", KqlType.Dynamic, value => value is KqlArray array ? KqlArray.Of(array.Items.Reverse()) : KqlNull.Instance),
        ScalarFunction.Of("array_sort_asc", KqlType.Dynamic, value => value is KqlArray array ? KqlArray.Of(array.Items.Order(KqlOrder.Instance)) : KqlNull.Instance),
        ScalarFunction.Of("array_sort_desc", KqlType.Dynamic, value => value is KqlArray array ? KqlArray.Of(array.Items.OrderDescending(KqlOrder.Instance)) : KqlNull.Instance),
        ScalarFunction.Of("array_sum", KqlType.Real, value => value is KqlArray array ? new KqlReal(array.Items.Sum(item => KqlConvert.ToReal(item) ?? 0)) : KqlNull.Instance),
        ScalarFunction.Of("pack_array", 1, ScalarFunction.Many, KqlType.Dynamic, arguments => KqlArray.Of(arguments)),
        ScalarFunction.Of("set_has_element", 2, 2, KqlType.Boolean, arguments => arguments[0] is KqlArray array ? KqlBoolean.Of(IndexOf(array, arguments[1]) >= 0) : KqlNull.Instance),
        ScalarFunction.Of("set_union", 2, ScalarFunction.Many, KqlType.Dynamic, arguments => KqlArray.Of(arguments.SelectMany(Items).Distinct())),
        ScalarFunction.Of("set_intersect", 2, ScalarFunction.Many, KqlType.Dynamic, arguments => KqlArray.Of(arguments.Skip(1).Aggregate(Items(arguments[0]), (left, right) => left.Intersect(Items(right))))),
        ScalarFunction.Of("set_difference", 2, ScalarFunction.Many, KqlType.Dynamic, arguments => KqlArray.Of(arguments.Skip(1).Aggregate(Items(arguments[0]), (left, right) => left.Except(Items(right))))),
    ];

    /// <summary>The members of an array; none of anything else.</summary>
    public static IEnumerable<KqlValue> Items(KqlValue value) => value is KqlArray array ? array.Items : [];

    private static int IndexOf(KqlArray array, KqlValue wanted)
    {
        var index = 0;
        foreach (var item in array.Items)
        {
            if (item.Equals(wanted) || KqlOrder.Between(item, wanted) == 0) return index;
            index++;
        }

        return -1;
    }

    // Both ends are included; negative ones count from the end.
    private static KqlValue Slice(KqlValue[] arguments)
    {
        if (arguments[0] is not KqlArray array || KqlConvert.ToLong(arguments[1]) is not { } start || KqlConvert.ToLong(arguments[2]) is not { } end) return KqlNull.Instance;
        var first = (int)Math.Clamp(start < 0 ? array.Count + start : start, 0, array.Count);
        var last = (int)Math.Clamp(end < 0 ? array.Count + end : end, -1, array.Count - 1);
        return KqlArray.Of(array.Items.Skip(first).Take(Math.Max(0, last - first + 1)));
    }
}
