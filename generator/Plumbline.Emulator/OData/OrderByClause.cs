using System.Collections.Immutable;

namespace Plumbline.Emulator.OData;

/// <summary>An <c>$orderby</c>. The direction defaults to <c>desc</c>, as PolicyInsights documents; plain OData says <c>asc</c>.</summary>
internal sealed record OrderByClause(ImmutableArray<OrderByKey> Keys) : IComparer<ODataRow>
{
    // What is sorted has to be held.
    private const int MaxRows = 1_000_000;

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

    /// <inheritdoc/>
    public int Compare(ODataRow? x, ODataRow? y)
    {
        foreach (var (property, isAscending) in Keys)
        {
            var order = ValueOrder.Instance.Compare(x?[property], y?[property]);
            if (order != 0) return isAscending ? order : -order;
        }

        return 0;
    }

    /// <summary>The rows in this order; rows that are alike keep theirs.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="top">How many of them are wanted; null for all.</param>
    /// <exception cref="ResponseTooLargeException">There are too many to sort, and they are all wanted.</exception>
    public IEnumerable<ODataRow> Run(IEnumerable<ODataRow> rows, int? top)
    {
        if (top is > 0 and <= MaxRows / 10) return First(rows, top.Value);
        var held = new List<ODataRow>();
        foreach (var row in rows)
        {
            if (held.Count == MaxRows) throw new ResponseTooLargeException(MaxRows);
            held.Add(row);
        }

        return held.Order(this);
    }

    // Only the best are held; sorting twice as many as are wanted, now and then, keeps them.
    private IEnumerable<ODataRow> First(IEnumerable<ODataRow> rows, int count)
    {
        var best = new List<ODataRow>();
        foreach (var row in rows)
        {
            best.Add(row);
            if (best.Count < 4 * count) continue;
            best = [.. best.Order(this).Take(count)];
        }

        return best.Order(this).Take(count);
    }
}

/// <summary>One key of an <c>$orderby</c>.</summary>
internal sealed record OrderByKey(string Property, bool IsAscending);
