using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>A column: its name, compared with its case, and its type.</summary>
internal sealed record KqlColumn(string Name, KqlType Type);

/// <summary>A row; the columns are those of its relation.</summary>
internal abstract class KqlRow
{
    /// <summary>The value in a column.</summary>
    public abstract KqlValue this[int column] { get; }

    /// <summary>A row of values.</summary>
    public static KqlRow Of(KqlValue[] values) => new ValuesRow(values);

    /// <summary>A row about an item; a column is computed when it is asked for.</summary>
    public static KqlRow Of<T>(T item, ImmutableArray<Func<T, KqlValue>> columns) => new ItemRow<T>(item, columns);

    private sealed class ValuesRow(KqlValue[] values) : KqlRow
    {
        public override KqlValue this[int column] => values[column];
    }

    private sealed class ItemRow<T>(T item, ImmutableArray<Func<T, KqlValue>> columns) : KqlRow
    {
        public override KqlValue this[int column] => columns[column](item);
    }
}

/// <summary>Rows with their columns. The rows are made when they are asked for.</summary>
internal sealed record Relation(ImmutableArray<KqlColumn> Columns, IEnumerable<KqlRow> Rows)
{
    /// <summary>The index of a column; -1 when there is none.</summary>
    public int IndexOf(string name)
    {
        for (var index = 0; index < Columns.Length; index++)
        {
            if (Columns[index].Name == name) return index;
        }

        return -1;
    }

    /// <summary>All values of a row.</summary>
    public KqlValue[] Values(KqlRow row)
    {
        var values = new KqlValue[Columns.Length];
        for (var index = 0; index < values.Length; index++) values[index] = row[index];
        return values;
    }
}
