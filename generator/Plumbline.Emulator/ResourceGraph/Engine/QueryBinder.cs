using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>Makes a relation from a query: checks all of it, and leaves the rows to be made when they are asked for.</summary>
internal sealed class QueryBinder(IGraphTables tables, QueryContext context)
{
    // Resource Graph's own limits on one query.
    private const int MaxJoins = 3;
    private const int MaxExpansions = 3;

    private int joins;
    private int expansions;

    /// <summary>The relation of a query.</summary>
    /// <exception cref="KqlErrorException">The query does something that cannot be done.</exception>
    public Relation Bind(KqlQuery query) => query.Operators.Aggregate(Source(query.Source), Apply);

    /// <summary>Binds expressions over the columns of a relation.</summary>
    public ExpressionBinder Expressions(Relation input) => new(input, context, FirstColumn);

    private Relation Source(KqlSource source) => source switch
    {
        NestedSource nested => Bind(nested.Query),
        TableSource table => tables.Find(table.Name) is { } found
            ? found with { Rows = Counted(found.Rows) }
            : throw BindingErrors.UnknownTable(table.At, table.Name, tables.Names),
        _ => throw BindingErrors.At(source.At, "There is no such source."),
    };

    private Relation Apply(Relation input, KqlOperator step) => step switch
    {
        WhereOperator where => Where(input, where),
        ProjectOperator project => Projection.Apply(input, project, Expressions(input)),
        ColumnsOperator columns => ColumnSelection.Apply(input, columns),
        RenameOperator rename => ColumnSelection.Rename(input, rename),
        SummarizeOperator summarize => Summary.Apply(input, summarize, Expressions),
        DistinctOperator distinct => Summary.Distinct(input, distinct, Expressions),
        SortOperator sort => Sorting.Apply(input, sort, Expressions(input)),
        TakeOperator take => input with { Rows = input.Rows.Take((int)Math.Min(take.Count, int.MaxValue)) },
        CountOperator => new Relation([new KqlColumn("Count", KqlType.Long)], Count(input.Rows)),
        ExpandOperator expand => Limited(ref expansions, MaxExpansions, step.At, "mv-expand", Expansion.Apply(input, expand, Expressions(input))),
        JoinOperator join => Limited(ref joins, MaxJoins, step.At, "join and union", Join.Apply(input, Bind(join.Right), join, Expressions)),
        UnionOperator union => Limited(ref joins, MaxJoins, step.At, "join and union", Union.Apply(input, [.. union.Legs.Select(Bind)], union)),
        ParseOperator parse => TextParsing.Apply(input, parse, Expressions(input)),
        _ => throw BindingErrors.At(step.At, $"The operator '{step.At.Text}' is not supported."),
    };

    private Relation Where(Relation input, WhereOperator where)
    {
        var condition = Expressions(input).Condition(where.Condition);
        return input with { Rows = input.Rows.Where(condition) };
    }

    private ImmutableArray<KqlValue> FirstColumn(KqlQuery query)
    {
        var relation = Bind(query);
        return [.. relation.Rows.Take(QueryContext.MaxHeldRows).Select(row => row[0])];
    }

    private IEnumerable<KqlRow> Counted(IEnumerable<KqlRow> rows)
    {
        foreach (var row in rows)
        {
            context.CountRow();
            yield return row;
        }
    }

    private static IEnumerable<KqlRow> Count(IEnumerable<KqlRow> rows)
    {
        yield return KqlRow.Of([new KqlLong(rows.LongCount())]);
    }

    private static Relation Limited(ref int count, int limit, KqlToken at, string what, Relation relation) =>
        ++count <= limit ? relation : throw BindingErrors.At(at, $"A query can have {limit} {what} operators at most.");
}
