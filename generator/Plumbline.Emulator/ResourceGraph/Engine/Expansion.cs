using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary><c>mv-expand</c>: a row a member of an array or bag. Null gives one row, an empty array none; several columns go side by side.</summary>
internal static class Expansion
{
    // Resource Graph's own limits on the rows of one row.
    private const int DefaultRowLimit = 128;
    private const int MaxRowLimit = 2000;

    /// <summary>The relation with the expanded columns, in their old places when they keep their names.</summary>
    public static Relation Apply(Relation input, ExpandOperator expand, ExpressionBinder binder)
    {
        var limit = expand.RowLimit ?? DefaultRowLimit;
        if (limit is < 1 or > MaxRowLimit) throw BindingErrors.At(expand.At, $"The limit of mv-expand is from 1 to {MaxRowLimit}, not {limit}.");
        var expressions = expand.Columns.Select(column => Checked(binder.Bind(column.Expression), column)).ToArray();
        var (columns, places) = (input.Columns.ToList(), new int[expressions.Length]);
        for (var index = 0; index < places.Length; index++)
        {
            var name = expand.Columns[index].Name ?? ColumnNames.Of(expand.Columns[index].Expression) ?? "Column1";
            var place = columns.FindIndex(column => column.Name == name);
            places[index] = place < 0 ? columns.Count : place;
            var column = new KqlColumn(name, expand.Columns[index].Type ?? KqlType.Dynamic);
            if (place < 0) columns.Add(column);
            else columns[place] = column;
        }

        if (expand.IndexName is { } indexName) columns.Add(new KqlColumn(ColumnNames.Free(indexName, columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal)), KqlType.Long));
        return new Relation([.. columns], input.Rows.SelectMany(row => Rows(input, row, expand, expressions, places, columns.Count, (int)limit).Select(values => Counted(values, binder))));
    }

    private static BoundExpression Checked(BoundExpression bound, ExpandedColumn column) => bound.Type == KqlType.Dynamic
        ? bound
        : throw BindingErrors.At(column.Expression.At, $"mv-expand needs a value of the type 'dynamic', not '{bound.Type.KqlName()}'.");

    private static KqlRow Counted(KqlValue[] values, ExpressionBinder binder)
    {
        binder.Context.CountRow();
        return KqlRow.Of(values);
    }

    private static IEnumerable<KqlValue[]> Rows(Relation input, KqlRow row, ExpandOperator expand, BoundExpression[] expressions, int[] places, int width, int limit)
    {
        var members = Array.ConvertAll(expressions, expression => Members(expression.Evaluate(row), expand.BagsAsArrays).Take(limit).ToImmutableArray());
        for (var number = 0; number < members.Max(list => list.Length); number++)
        {
            var values = new KqlValue[width];
            for (var index = 0; index < input.Columns.Length; index++) values[index] = row[index];
            for (var index = 0; index < places.Length; index++) values[places[index]] = Member(members[index], number, expand.Columns[index].Type);
            if (expand.IndexName is not null) values[^1] = new KqlLong(number);
            yield return values;
        }
    }

    private static KqlValue Member(ImmutableArray<KqlValue> members, int number, KqlType? type)
    {
        var member = number < members.Length ? members[number] : KqlNull.Instance;
        return type is { } wanted ? KqlConvert.To(wanted, member) : member;
    }

    private static IEnumerable<KqlValue> Members(KqlValue value, bool bagsAsArrays) => value switch
    {
        KqlArray array => array.Items,
        KqlBag bag when bagsAsArrays => bag.Members.Select(member => KqlArray.Of([new KqlText(member.Key), member.Value])),
        KqlBag bag => bag.Members.Select(member => KqlBag.Of([member])),
        _ => [value],
    };
}
