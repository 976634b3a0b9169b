using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Functions;

/// <summary>Counts rows.</summary>
internal sealed class CountAccumulator : Accumulator
{
    private long count;

    /// <inheritdoc/>
    public override KqlValue Result => new KqlLong(count);

    /// <inheritdoc/>
    public override void Add(KqlValue[] arguments) => count++;
}

/// <summary>Adds numbers and lengths of time; null counts nothing.</summary>
internal sealed class SumAccumulator : Accumulator
{
    private KqlValue sum = new KqlLong(0);

    /// <inheritdoc/>
    public override KqlValue Result => sum;

    /// <inheritdoc/>
    public override void Add(KqlValue[] arguments)
    {
        var value = arguments[0];
        if (value is KqlTimespan && sum is KqlLong) sum = new KqlTimespan(TimeSpan.Zero);
        var number = value is KqlLong or KqlReal or KqlTimespan ? value : KqlConvert.To(KqlType.Real, value);
        if (number is not KqlNull) sum = Arithmetic.Add(sum, number);
    }
}

/// <summary>The mean of numbers; null counts nothing, and the mean of nothing is null.</summary>
internal sealed class AverageAccumulator : Accumulator
{
    private double sum;
    private long count;

    /// <inheritdoc/>
    public override KqlValue Result => count == 0 ? KqlNull.Instance : new KqlReal(sum / count);

    /// <inheritdoc/>
    public override void Add(KqlValue[] arguments)
    {
        if (KqlConvert.ToReal(arguments[0]) is not { } number) return;
        sum += number;
        count++;
    }
}

/// <summary>The smallest or the largest value; null counts nothing.</summary>
/// <param name="sign">1 for the largest, -1 for the smallest.</param>
internal sealed class ExtremeAccumulator(int sign) : Accumulator
{
    private KqlValue best = KqlNull.Instance;

    /// <inheritdoc/>
    public override KqlValue Result => best;

    /// <inheritdoc/>
    public override void Add(KqlValue[] arguments)
    {
        if (arguments[0] is not KqlNull && (best is KqlNull || KqlOrder.Instance.Compare(arguments[0], best) * sign > 0)) best = arguments[0];
    }
}

/// <summary>The first value that is not null.</summary>
internal sealed class AnyAccumulator : Accumulator
{
    private KqlValue first = KqlNull.Instance;

    /// <inheritdoc/>
    public override KqlValue Result => first;

    /// <inheritdoc/>
    public override void Add(KqlValue[] arguments)
    {
        if (first is KqlNull or KqlText { Value.Length: 0 }) first = arguments[0];
    }
}

/// <summary>Counts different values; exact, where the service estimates.</summary>
internal sealed class DistinctCountAccumulator : Accumulator
{
    private readonly HashSet<KqlValue> values = [];

    /// <inheritdoc/>
    public override KqlValue Result => new KqlLong(values.Count);

    /// <inheritdoc/>
    public override void Add(KqlValue[] arguments)
    {
        if (arguments[0] is not KqlNull) values.Add(arguments[0]);
    }
}

/// <summary>An array of all values, or of all different ones; null counts nothing.</summary>
internal sealed class ListAccumulator(bool isSet) : Accumulator
{
    // Azure Data Explorer's own default.
    private const int MaxSize = 1 << 20;

    private readonly List<KqlValue> values = [];
    private readonly HashSet<KqlValue>? seen = isSet ? [] : null;

    /// <inheritdoc/>
    public override KqlValue Result => KqlArray.Of(values);

    /// <inheritdoc/>
    public override void Add(KqlValue[] arguments)
    {
        var limit = arguments.Length > 1 ? KqlConvert.ToLong(arguments[1]) ?? MaxSize : MaxSize;
        if (values.Count < limit && arguments[0] is not KqlNull && seen?.Add(arguments[0]) != false) values.Add(arguments[0]);
    }
}

/// <summary>A bag of the members of all bags; of two with one name the first is kept.</summary>
internal sealed class BagAccumulator : Accumulator
{
    private readonly Dictionary<string, KqlValue> members = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override KqlValue Result => KqlBag.Of(members);

    /// <inheritdoc/>
    public override void Add(KqlValue[] arguments)
    {
        if (arguments[0] is not KqlBag bag) return;
        foreach (var (name, value) in bag.Members) members.TryAdd(name, value);
    }
}
