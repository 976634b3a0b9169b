using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary>How a column of an <c>aggregate</c> is made.</summary>
internal enum AggregateMethod
{
    /// <summary><c>$count</c>: the number of rows.</summary>
    Count,

    /// <summary><c>sum</c>.</summary>
    Sum,

    /// <summary><c>min</c>.</summary>
    Min,

    /// <summary><c>max</c>.</summary>
    Max,

    /// <summary><c>average</c>.</summary>
    Average,

    /// <summary><c>countdistinct</c>: the number of different values; null is none.</summary>
    CountDistinct,
}

/// <summary>A column of an <c>aggregate</c>.</summary>
/// <param name="Property">What is aggregated; empty for <c>$count</c>.</param>
/// <param name="Alias">The column's name, as written.</param>
/// <param name="Type">The column's type.</param>
internal sealed record AggregateColumn(string Property, AggregateMethod Method, string Alias, ODataType Type)
{
    /// <summary>A fresh aggregation.</summary>
    public Aggregation Start() => new(this);
}

/// <summary>A column while rows come in. Null counts for nothing; of no rows, sum is 0 and min, max and average are null.</summary>
internal sealed class Aggregation(AggregateColumn column)
{
    private readonly HashSet<string> distinct = new(StringComparer.OrdinalIgnoreCase);
    private long count;
    private long whole;
    private double sum;
    private bool isWhole = true;
    private PolicyValue? extreme;

    /// <summary>How many values are kept in memory.</summary>
    public int Kept => distinct.Count;

    /// <summary>Takes a row in.</summary>
    public void Add(ODataRow row)
    {
        if (column.Method == AggregateMethod.Count)
        {
            count++;
            return;
        }

        var value = row[column.Property];
        if (value is not (UndefinedValue or NullValue)) Add(value);
    }

    /// <summary>The value of the column.</summary>
    public PolicyValue Result => column.Method switch
    {
        AggregateMethod.Count => new IntegerValue(count),
        AggregateMethod.CountDistinct => new IntegerValue(distinct.Count),
        AggregateMethod.Sum => isWhole ? new IntegerValue(whole) : new FloatValue(sum),
        AggregateMethod.Average => count == 0 ? NullValue.Instance : new FloatValue(sum / count),
        _ => extreme ?? NullValue.Instance,
    };

    private void Add(PolicyValue value)
    {
        count++;
        switch (column.Method)
        {
            case AggregateMethod.CountDistinct: distinct.Add(value is TextValue text ? text.Value : PolicyValueWriter.ToCompactJson(value)); break;
            case AggregateMethod.Min when extreme is null || ValueOrder.Instance.Compare(value, extreme) < 0: extreme = value; break;
            case AggregateMethod.Max when extreme is null || ValueOrder.Instance.Compare(value, extreme) > 0: extreme = value; break;
            case AggregateMethod.Sum or AggregateMethod.Average: AddNumber(value); break;
        }
    }

    private void AddNumber(PolicyValue value)
    {
        sum += ValueOrder.Number(value);
        if (value is IntegerValue number) whole = unchecked(whole + number.Value);
        else isWhole = false;
    }
}
