using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>An <c>$orderby</c>. The direction defaults to <c>desc</c>, as PolicyInsights documents; plain OData says <c>asc</c>.</summary>
internal sealed record OrderByClause(ImmutableArray<OrderByKey> Keys)
{
    /// <summary>The clause; null and the problem when it is not one that is supported.</summary>
    public static OrderByClause? Parse(string text, ODataSchema schema, out string? error)
    {
        var reader = new ODataReader("$orderby", text, schema);
        var keys = ImmutableArray.CreateBuilder<OrderByKey>();
        do
        {
            if (reader.ExpectProperty() is not { } property) break;
            var isAscending = reader.TakeWord("asc");
            if (!isAscending) reader.TakeWord("desc");
            keys.Add(new OrderByKey(property, isAscending));
        }
        while (reader.TakeMark(","));

        reader.ExpectEnd();
        error = reader.Error;
        return error is null ? new OrderByClause(keys.ToImmutable()) : null;
    }

    /// <summary>The rows in this order; rows that are alike keep theirs.</summary>
    public IEnumerable<ObjectValue> Run(IEnumerable<ObjectValue> rows)
    {
        var first = Keys[0];
        var ordered = first.IsAscending
            ? rows.OrderBy(row => row[first.Property], ValueOrder.Instance)
            : rows.OrderByDescending(row => row[first.Property], ValueOrder.Instance);
        foreach (var key in Keys.Skip(1))
        {
            ordered = key.IsAscending
                ? ordered.ThenBy(row => row[key.Property], ValueOrder.Instance)
                : ordered.ThenByDescending(row => row[key.Property], ValueOrder.Instance);
        }

        return ordered;
    }
}

/// <summary>One key of an <c>$orderby</c>.</summary>
internal sealed record OrderByKey(string Property, bool IsAscending);
