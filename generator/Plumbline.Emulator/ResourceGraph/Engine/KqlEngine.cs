using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>The rows of a query, or what is wrong with it.</summary>
internal sealed record KqlResult(ImmutableArray<KqlColumn> Columns, ImmutableArray<KqlValue[]> Rows, KqlError? Error)
{
    /// <summary>A query that failed.</summary>
    public static KqlResult Failed(KqlError error) => new([], [], error);
}

/// <summary>A facet: counts of the values of an expression over the rows of a query.</summary>
/// <param name="Expression">Whose values are counted.</param>
/// <param name="Filter">Which rows are counted; null takes all.</param>
/// <param name="SortBy">The expression itself, or one over <c>count</c>.</param>
/// <param name="Top">How many values are given.</param>
internal sealed record FacetRequest(string Expression, string? Filter, string SortBy, bool IsAscending, int Top);

/// <summary>Runs queries of the Kusto Query Language, as far as Azure Resource Graph supports it.</summary>
/// <param name="tables">The tables.</param>
/// <param name="now">What <c>now()</c> answers.</param>
/// <param name="cancellation">Stops a run, which then throws.</param>
internal sealed class KqlEngine(IGraphTables tables, DateTimeOffset now, CancellationToken cancellation)
{
    private static readonly KqlPosition Start = new(1, 0);

    /// <summary>All rows of a query.</summary>
    public KqlResult Run(string query) => Guarded(() => Collect(Binder().Bind(KqlParser.Parse(query))));

    /// <summary>How many of the rows of a query have each value of an expression. The columns are <c>facet</c> and <c>count</c>.</summary>
    public KqlResult Facet(KqlResult rows, FacetRequest facet) => Guarded(() =>
    {
        var binder = Binder();
        var input = new Relation(rows.Columns, rows.Rows.Select(KqlRow.Of));
        if (facet.Filter is { } filter) input = input with { Rows = input.Rows.Where(binder.Expressions(input).Condition(KqlParser.ParseExpression(filter))) };
        var key = new NamedExpression("facet", KqlParser.ParseExpression(facet.Expression));
        var count = new NamedExpression("count", new CallExpression(key.Expression.At, "count", []));
        var counted = Summary.Apply(input, new SummarizeOperator(key.Expression.At, [count], [key]), binder.Expressions);
        var sortBy = KqlParser.ParseExpression(facet.SortBy == facet.Expression ? "facet" : facet.SortBy);
        return Collect(Sorting.Apply(counted, new SortOperator(key.Expression.At, [new SortKey(sortBy, facet.IsAscending, facet.IsAscending)], null), binder.Expressions(counted)));
    });

    private QueryBinder Binder() => new(tables, new QueryContext(now, cancellation));

    private static KqlResult Collect(Relation relation)
    {
        var rows = ImmutableArray.CreateBuilder<KqlValue[]>();
        foreach (var row in relation.Rows)
        {
            if (rows.Count == QueryContext.MaxHeldRows) throw new QueryLimitException($"The query has more than {QueryContext.MaxHeldRows} rows.");
            rows.Add(relation.Values(row));
        }

        return new KqlResult(relation.Columns, rows.ToImmutable(), null);
    }

    private static KqlResult Guarded(Func<KqlResult> run)
    {
        try
        {
            return run();
        }
        catch (KqlErrorException failure)
        {
            return KqlResult.Failed(failure.Error);
        }
        catch (Exception limit) when (limit is QueryLimitException or RegexMatchTimeoutException)
        {
            return KqlResult.Failed(new KqlError(KqlError.LimitExceeded, limit.Message, Start, string.Empty));
        }
    }
}
