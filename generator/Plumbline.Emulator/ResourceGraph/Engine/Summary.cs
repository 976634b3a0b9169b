using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary><c>summarize</c> and <c>distinct</c>. Groups come in the order of their first rows.</summary>
internal static class Summary
{
    /// <summary>One row a group: its keys, then its aggregates.</summary>
    public static Relation Apply(Relation input, SummarizeOperator summarize, Func<Relation, ExpressionBinder> binders)
    {
        var binder = binders(input);
        var keys = Keys(summarize.By, binder, "Summarize group");
        var aggregates = new AggregateBinder(binder, input, [.. summarize.By.Select(key => key.Name ?? ColumnNames.Of(key.Expression)).OfType<string>()]);
        var outputs = summarize.Aggregates.SelectMany(aggregate => aggregates.Bind(aggregate)).ToImmutableArray();
        var names = ColumnNames.Distinct(summarize.By.Select(key => key.Name ?? ColumnNames.Of(key.Expression)).Concat(outputs.Select(output => output.Name)), []);
        var grouped = new Relation(
            [.. keys.Select((key, index) => new KqlColumn(names[index], key.Type)), .. aggregates.Columns],
            Groups(input.Rows, keys, aggregates.Start, hasOneGroup: summarize.By.IsEmpty));
        var last = binders(grouped);
        var final = Enumerable.Range(0, keys.Length).Select(index => new BoundExpression(keys[index].Type, row => row[index])).Concat(outputs.Select(output => last.Bind(output.Expression))).ToArray();
        return new Relation(
            [.. names.Zip(final, (name, expression) => new KqlColumn(name, expression.Type))],
            grouped.Rows.Select(row => KqlRow.Of(Array.ConvertAll(final, expression => expression.Evaluate(row)))));
    }

    /// <summary>The different values of some columns.</summary>
    public static Relation Distinct(Relation input, DistinctOperator distinct, Func<Relation, ExpressionBinder> binders)
    {
        var columns = distinct.Columns is [{ Expression: StarExpression }]
            ? [.. input.Columns.Select(column => new NamedExpression(null, new ColumnExpression(distinct.At, column.Name)))]
            : distinct.Columns;
        var keys = Keys(columns, binders(input), "Distinct");
        var names = ColumnNames.Distinct(columns.Select(column => column.Name ?? ColumnNames.Of(column.Expression)), []);
        return new Relation([.. names.Zip(keys, (name, key) => new KqlColumn(name, key.Type))], Groups(input.Rows, keys, () => [], hasOneGroup: false));
    }

    private static ImmutableArray<BoundExpression> Keys(ImmutableArray<NamedExpression> columns, ExpressionBinder binder, string what)
    {
        var keys = columns.Select(column => binder.Bind(column.Expression)).ToImmutableArray();
        var index = keys.Select(key => key.Type).ToList().IndexOf(KqlType.Dynamic);
        return index < 0 ? keys : throw BindingErrors.DynamicKey(columns[index].Expression.At, what, ColumnNames.Of(columns[index].Expression) ?? columns[index].Expression.At.Text);
    }

    private static IEnumerable<KqlRow> Groups(IEnumerable<KqlRow> rows, ImmutableArray<BoundExpression> keys, Func<GroupAggregate[]> start, bool hasOneGroup)
    {
        var groups = new Dictionary<GroupKey, GroupAggregate[]>();
        var order = new List<(GroupKey Key, GroupAggregate[] Aggregates)>();
        foreach (var row in rows)
        {
            var key = new GroupKey(Evaluate(keys, row));
            if (!groups.TryGetValue(key, out var aggregates))
            {
                if (order.Count == QueryContext.MaxHeldRows) throw new QueryLimitException($"There are more than {QueryContext.MaxHeldRows} groups.");
                order.Add((key, groups[key] = aggregates = start()));
            }

            foreach (var aggregate in aggregates) aggregate.Add(row);
        }

        if (order.Count == 0 && hasOneGroup) order.Add((new GroupKey([]), start()));
        foreach (var (key, aggregates) in order) yield return KqlRow.Of([.. key.Values, .. aggregates.SelectMany(aggregate => aggregate.Results)]);
    }

    private static KqlValue[] Evaluate(ImmutableArray<BoundExpression> keys, KqlRow row)
    {
        var values = new KqlValue[keys.Length];
        for (var index = 0; index < values.Length; index++) values[index] = keys[index].Evaluate(row);
        return values;
    }
}
