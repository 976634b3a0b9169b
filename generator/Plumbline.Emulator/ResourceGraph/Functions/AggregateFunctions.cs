using System.Collections.Frozen;
using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>All aggregation functions but <c>arg_max</c> and its like, which give several columns.</summary>
internal static class AggregateFunctions
{
    private static readonly ImmutableArray<Aggregate> Plain =
    [
        new("count", "count_", 0, 0, _ => KqlType.Long, () => new CountAccumulator()),
        new("sum", "sum_", 1, 1, Number, () => new SumAccumulator()),
        new("avg", "avg_", 1, 1, _ => KqlType.Real, () => new AverageAccumulator()),
        new("min", "min_", 1, 1, types => types[0], () => new ExtremeAccumulator(-1)),
        new("max", "max_", 1, 1, types => types[0], () => new ExtremeAccumulator(1)),
        new("dcount", "dcount_", 1, 1, _ => KqlType.Long, () => new DistinctCountAccumulator()),
        new("take_any", string.Empty, 1, 1, types => types[0], () => new AnyAccumulator()),
        new("make_list", "list_", 1, 1, _ => KqlType.Dynamic, () => new ListAccumulator(isSet: false)),
        new("make_set", "set_", 1, 1, _ => KqlType.Dynamic, () => new ListAccumulator(isSet: true)),
        new("make_bag", "bag_", 1, 1, _ => KqlType.Dynamic, () => new BagAccumulator()),
    ];

    private static readonly FrozenDictionary<string, Aggregate> ByName = Plain
        .Select(WithOptions)
        .Concat(Plain.Select(function => function.If()))
        .Append(new("any", "any_", 1, 1, types => types[0], () => new AnyAccumulator()))
        .Append(new("count_distinct", "count_distinct_", 1, 1, _ => KqlType.Long, () => new DistinctCountAccumulator()))
        .Append(new("makelist", "list_", 1, 2, _ => KqlType.Dynamic, () => new ListAccumulator(isSet: false)))
        .Append(new("makeset", "set_", 1, 2, _ => KqlType.Dynamic, () => new ListAccumulator(isSet: true)))
        .Append(new("buildschema", "schema_", 1, 1, _ => KqlType.Dynamic, () => new SchemaAccumulator()))
        .ToFrozenDictionary(function => WithUnderscore(function).Name, WithUnderscore, StringComparer.Ordinal);

    /// <summary>The names of all functions, sorted.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Concat(RowChoices).Order(StringComparer.Ordinal);

    /// <summary>The functions that choose a row and give columns of it.</summary>
    public static ImmutableArray<string> RowChoices { get; } = ["arg_max", "arg_min"];

    /// <summary>The function of this name, or null.</summary>
    public static Aggregate? Find(string name) => ByName.GetValueOrDefault(name);

    // The accuracy of dcount and the size of make_list and make_set.
    private static Aggregate WithOptions(Aggregate function) => function.Name is "dcount" or "make_list" or "make_set" ? function with { Most = 2 } : function;

    // make_list_if, but countif.
    private static Aggregate WithUnderscore(Aggregate function) => function.Name switch
    {
        "make_listif" => function with { Name = "make_list_if", Prefix = "list_" },
        "make_setif" => function with { Name = "make_set_if", Prefix = "set_" },
        "make_bagif" => function with { Name = "make_bag_if", Prefix = "bag_" },
        "take_anyif" => function with { Prefix = string.Empty },
        _ => function,
    };

    private static KqlType Number(ImmutableArray<KqlType> types) => types[0] is KqlType.Long or KqlType.Timespan ? types[0] : KqlType.Real;
}
