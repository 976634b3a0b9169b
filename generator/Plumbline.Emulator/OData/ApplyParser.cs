using System.Collections.Immutable;

namespace Plumbline.Emulator.OData;

/// <summary>Reads the transformations of an <c>$apply</c>: <c>filter</c>, <c>groupby</c> and <c>aggregate</c>, joined by <c>/</c>.</summary>
internal sealed class ApplyParser(ODataReader reader)
{
    private const int MaxDepth = 8;
    private int depth;

    /// <summary>The transformations, in order; empty after failing.</summary>
    public ImmutableArray<ApplyStep> Read()
    {
        var steps = ImmutableArray.CreateBuilder<ApplyStep>();
        do
        {
            if (Step() is not { } step) return [];
            steps.Add(step);
            reader.Use(step.Schema);
        }
        while (reader.TakeMark("/"));

        return steps.ToImmutable();
    }

    private ApplyStep? Step()
    {
        if (reader.TakeWord("filter")) return Filter();
        if (reader.TakeWord("groupby")) return GroupBy();
        if (reader.TakeWord("aggregate")) return Aggregate();
        return reader.Fail<ApplyStep>($"'filter', 'groupby' or 'aggregate' is expected {reader.Here()}; other transformations are not supported");
    }

    private FilterStep? Filter()
    {
        var schema = reader.Schema;
        return reader.Expect("(") && FilterParser.Read(reader) is { } condition && reader.Expect(")") ? new FilterStep(schema, condition) : null;
    }

    private GroupByStep? GroupBy()
    {
        if (++depth > MaxDepth) return reader.Fail<GroupByStep>($"groups are nested deeper than {MaxDepth} levels");
        var schema = reader.Schema;
        if (!reader.Expect("(") || Keys() is not { } keys) return null;
        ImmutableArray<ApplyStep> inner = [];
        if (reader.TakeMark(","))
        {
            inner = Read();
            if (inner.IsEmpty) return null;
        }

        if (!reader.Expect(")")) return null;
        depth--;
        var added = inner.IsEmpty ? null : inner[^1].Schema;
        if (added is not null && inner.All(step => step is FilterStep)) return reader.Fail<GroupByStep>("the transformations of a group have to aggregate it");
        return new GroupByStep(Joined(schema, keys, added), keys, inner);
    }

    private ImmutableArray<string>? Keys()
    {
        if (!reader.Expect("(")) return null;
        var names = ImmutableArray.CreateBuilder<string>();
        do
        {
            if (reader.ExpectProperty() is not { } name) return null;
            if (!names.Contains(name)) names.Add(name);
        }
        while (reader.TakeMark(","));

        return reader.Expect(")") ? names.ToImmutable() : null;
    }

    private AggregateStep? Aggregate()
    {
        if (!reader.Expect("(")) return null;
        var columns = ImmutableArray.CreateBuilder<AggregateColumn>();
        do
        {
            if (Column() is not { } column) return null;
            if (columns.Any(other => string.Equals(other.Alias, column.Alias, StringComparison.OrdinalIgnoreCase))) return reader.Fail<AggregateStep>($"the name '{column.Alias}' is given twice");
            columns.Add(column);
        }
        while (reader.TakeMark(","));

        if (!reader.Expect(")")) return null;
        var schema = reader.Schema with
        {
            Properties = [.. columns.Select(column => column.Alias)],
            Types = columns.ToImmutableDictionary(column => column.Alias, column => column.Type),
        };
        return new AggregateStep(schema, columns.ToImmutable());
    }

    private AggregateColumn? Column()
    {
        if (reader.TakeWord("$count")) return Alias() is { } name ? new AggregateColumn(string.Empty, AggregateMethod.Count, name, ODataType.Number) : null;
        if (reader.ExpectProperty() is not { } property) return null;
        if (!reader.TakeWord("with")) return reader.Fail<AggregateColumn>($"'with' is expected {reader.Here()}");
        if (Method() is not { } method) return reader.Fail<AggregateColumn>($"'sum', 'min', 'max', 'average' or 'countdistinct' is expected {reader.Here()}");
        var type = reader.Schema.TypeOf(property);
        if (method is AggregateMethod.Sum or AggregateMethod.Average && type is not (ODataType.Number or ODataType.Any))
            return reader.Fail<AggregateColumn>($"'{property}' is not a number");
        return Alias() is { } alias ? new AggregateColumn(property, method, alias, method is AggregateMethod.Min or AggregateMethod.Max ? type : ODataType.Number) : null;
    }

    private AggregateMethod? Method()
    {
        foreach (var method in Enum.GetValues<AggregateMethod>())
        {
            if (method != AggregateMethod.Count && reader.TakeWord(method.ToString())) return method;
        }

        return null;
    }

    private string? Alias()
    {
        if (!reader.TakeWord("as")) return reader.Fail($"'as' is expected {reader.Here()}");
        return reader.Current.Kind == ODataTokenKind.Word ? reader.Take().Text : reader.Fail($"a name for the column is expected {reader.Here()}");
    }

    private static ODataSchema Joined(ODataSchema schema, ImmutableArray<string> keys, ODataSchema? added) => schema with
    {
        Properties = [.. keys, .. (added?.Properties ?? []).Where(name => !keys.Contains(name))],
        Types = (added?.Types ?? ImmutableDictionary<string, ODataType>.Empty).SetItems(keys.Select(key => KeyValuePair.Create(key, schema.TypeOf(key)))),
    };
}
