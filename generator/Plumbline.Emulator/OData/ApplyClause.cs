using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>A <c>$apply</c>: <c>groupby((A, B))</c>, <c>groupby((A, B), aggregate($count as N))</c> or <c>aggregate($count as N)</c>.</summary>
/// <param name="GroupBy">The grouping properties; empty to aggregate over all rows.</param>
/// <param name="CountAs">The name of the count column, as written; null without one.</param>
internal sealed record ApplyClause(ImmutableArray<string> GroupBy, string? CountAs)
{
    /// <summary>The columns of the rows it gives.</summary>
    public ImmutableArray<string> Columns => CountAs is null ? GroupBy : GroupBy.Add(CountAs);

    /// <summary>The clause; null and the problem when it is not one that is supported.</summary>
    public static ApplyClause? Parse(string text, ODataSchema schema, out string? error)
    {
        var reader = new ODataReader("$apply", text, schema);
        var clause = Read(reader);
        reader.ExpectEnd();
        error = reader.Error;
        return error is null ? clause : null;
    }

    /// <summary>One row a group, in the order of the groups' first rows.</summary>
    public ImmutableArray<ObjectValue> Run(IEnumerable<ObjectValue> rows)
    {
        if (GroupBy.IsEmpty) return [Row([], rows.Count())];
        return
        [
            .. rows.Select(KeyOf)
                .GroupBy(key => PolicyValueWriter.ToCompactJson(new ArrayValue(key)), StringComparer.Ordinal)
                .Select(group => Row(group.First(), group.Count())),
        ];
    }

    private ImmutableArray<PolicyValue> KeyOf(ObjectValue row) =>
        [.. GroupBy.Select(name => row[name] is UndefinedValue ? NullValue.Instance : row[name])];

    private ObjectValue Row(ImmutableArray<PolicyValue> key, int count)
    {
        var columns = GroupBy.Zip(key, KeyValuePair.Create);
        return new([.. CountAs is null ? columns : columns.Append(new(CountAs, new IntegerValue(count)))]);
    }

    private static ApplyClause? Read(ODataReader reader)
    {
        if (reader.Current.IsWord("aggregate")) return Aggregate(reader) is { } total ? new([], total) : null;
        if (!reader.TakeWord("groupby"))
        {
            reader.Fail($"'groupby' or 'aggregate' is expected {reader.Here()}; other transformations are not supported");
            return null;
        }

        if (!reader.Expect("(") || Names(reader) is not { } names) return null;
        var count = reader.TakeMark(",") ? Aggregate(reader) : null;
        return reader.Expect(")") ? new(names, count) : null;
    }

    private static ImmutableArray<string>? Names(ODataReader reader)
    {
        if (!reader.Expect("(")) return null;
        var names = ImmutableArray.CreateBuilder<string>();
        do
        {
            if (reader.ExpectProperty() is not { } name) return null;
            names.Add(name);
        }
        while (reader.TakeMark(","));

        return reader.Expect(")") ? names.ToImmutable() : null;
    }

    private static string? Aggregate(ODataReader reader)
    {
        if (!reader.TakeWord("aggregate") || !reader.TakeMark("(") || !reader.TakeWord("$count") || !reader.TakeWord("as"))
            return reader.Fail($"'aggregate($count as <name>)' is expected {reader.Here()}; other aggregations are not supported");
        if (reader.Current.Kind != ODataTokenKind.Word) return reader.Fail($"a name for the count is expected {reader.Here()}");
        var name = reader.Take().Text;
        return reader.Expect(")") ? name : null;
    }
}
