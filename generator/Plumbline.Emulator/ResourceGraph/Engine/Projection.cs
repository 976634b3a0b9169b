using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary><c>project</c> and <c>extend</c>.</summary>
internal static class Projection
{
    /// <summary>The relation with the columns that the operator computes.</summary>
    public static Relation Apply(Relation input, ProjectOperator project, ExpressionBinder binder)
    {
        var expressions = project.Columns.Select(column => binder.Bind(column.Expression)).ToImmutableArray();
        return project.IsExtend ? Extend(input, project, expressions) : Project(project, expressions, input);
    }

    private static Relation Project(ProjectOperator project, ImmutableArray<BoundExpression> expressions, Relation input)
    {
        var repeated = project.Columns.Where(column => column.Name is not null).GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null) throw BindingErrors.At(project.At, $"The name '{repeated.Key}' is given to two columns.");
        var names = ColumnNames.Distinct(project.Columns.Select(column => column.Name ?? ColumnNames.Of(column.Expression)), []);
        ImmutableArray<KqlColumn> columns = [.. names.Zip(expressions, (name, expression) => new KqlColumn(name, expression.Type))];
        return new Relation(columns, input.Rows.Select(row => Evaluate(expressions, row)));
    }

    // A name that exists already takes the new value, in its old place.
    private static Relation Extend(Relation input, ProjectOperator extend, ImmutableArray<BoundExpression> expressions)
    {
        var (columns, places) = (input.Columns.ToBuilder(), new int[expressions.Length]);
        var names = ColumnNames.Distinct(extend.Columns.Select(column => column.Name is null ? ColumnNames.Of(column.Expression) : null), input.Columns.Select(column => column.Name));
        for (var index = 0; index < expressions.Length; index++)
        {
            var name = extend.Columns[index].Name;
            var place = name is null ? -1 : columns.FindIndex(column => column.Name == name);
            var column = new KqlColumn(name ?? names[index], expressions[index].Type);
            places[index] = place < 0 ? columns.Count : place;
            if (place < 0) columns.Add(column);
            else columns[place] = column;
        }

        var width = columns.Count;
        return new Relation(columns.ToImmutable(), input.Rows.Select(row => Extended(input, row, width, expressions, places)));
    }

    private static KqlRow Extended(Relation input, KqlRow row, int width, ImmutableArray<BoundExpression> expressions, int[] places)
    {
        var values = new KqlValue[width];
        for (var index = 0; index < input.Columns.Length; index++) values[index] = row[index];
        for (var index = 0; index < places.Length; index++) values[places[index]] = expressions[index].Evaluate(row);
        return KqlRow.Of(values);
    }

    private static KqlRow Evaluate(ImmutableArray<BoundExpression> expressions, KqlRow row)
    {
        var values = new KqlValue[expressions.Length];
        for (var index = 0; index < values.Length; index++) values[index] = expressions[index].Evaluate(row);
        return KqlRow.Of(values);
    }

    private static int FindIndex(this ImmutableArray<KqlColumn>.Builder columns, Predicate<KqlColumn> match)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (match(columns[index])) return index;
        }

        return -1;
    }
}
