using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary><c>union</c>: the rows of several relations, one after the other. <c>outer</c>, the default, has all columns; <c>inner</c> those that all have.</summary>
internal static class Union
{
    // Resource Graph's own limit.
    private const int MaxLegs = 3;

    /// <summary>The relation of all legs.</summary>
    public static Relation Apply(Relation input, ImmutableArray<Relation> legs, UnionOperator union)
    {
        ImmutableArray<Relation> all = [input, .. legs];
        if (all.Length > MaxLegs + 1) throw BindingErrors.At(union.At, $"A union can have {MaxLegs} legs at most.");
        var columns = all.SelectMany(leg => leg.Columns).Distinct().Where(column => !union.IsInner || all.All(leg => leg.Columns.Contains(column))).ToImmutableArray();
        var names = ColumnNames.Distinct(columns.Select(column => Clashes(columns, column) ? $"{column.Name}_{column.Type.KqlName()}" : column.Name), []);
        ImmutableArray<KqlColumn> named = [.. columns.Zip(names, (column, name) => column with { Name = name })];
        if (union.SourceColumn is not { } source) return new Relation(named, all.SelectMany(leg => Rows(leg, columns, null)));
        return new Relation(
            [new KqlColumn(source, KqlType.Text), .. named],
            all.SelectMany((leg, index) => Rows(leg, columns, new KqlText(string.Create(CultureInfo.InvariantCulture, $"union_arg{index}")))));
    }

    // One name with two types becomes two columns.
    private static bool Clashes(ImmutableArray<KqlColumn> columns, KqlColumn column) => columns.Any(other => other.Name == column.Name && other.Type != column.Type);

    private static IEnumerable<KqlRow> Rows(Relation leg, ImmutableArray<KqlColumn> columns, KqlText? source)
    {
        var places = columns.Select(column => leg.Columns.IndexOf(column)).ToArray();
        foreach (var row in leg.Rows)
        {
            var values = places.Select((place, index) => place >= 0 ? row[place] : columns[index].Type == KqlType.Text ? KqlText.Empty : KqlNull.Instance);
            yield return KqlRow.Of(source is null ? [.. values] : [source, .. values]);
        }
    }
}
