using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary>What a group computes from its rows.</summary>
internal abstract class GroupAggregate
{
    /// <summary>The values, one a column.</summary>
    public abstract IEnumerable<KqlValue> Results { get; }

    /// <summary>Takes a row.</summary>
    public abstract void Add(KqlRow row);

    /// <summary>Of an aggregation function and its arguments.</summary>
    public static GroupAggregate Of(Accumulator accumulator, Func<KqlRow, KqlValue>[] arguments) => new FunctionAggregate(accumulator, arguments);

    /// <summary>Of the row in which a value is largest (or smallest), and columns of it.</summary>
    public static GroupAggregate OfRow(bool isMax, Func<KqlRow, KqlValue> key, ImmutableArray<Func<KqlRow, KqlValue>> columns) => new RowAggregate(isMax, key, columns);

    private sealed class FunctionAggregate(Accumulator accumulator, Func<KqlRow, KqlValue>[] arguments) : GroupAggregate
    {
        public override IEnumerable<KqlValue> Results => [accumulator.Result];

        public override void Add(KqlRow row)
        {
            var values = new KqlValue[arguments.Length];
            for (var index = 0; index < values.Length; index++) values[index] = arguments[index](row);
            accumulator.Add(values);
        }
    }

    // Of rows with the same value the first is kept; null is smaller and larger than nothing.
    private sealed class RowAggregate(bool isMax, Func<KqlRow, KqlValue> key, ImmutableArray<Func<KqlRow, KqlValue>> columns) : GroupAggregate
    {
        private KqlRow? best;
        private KqlValue bestKey = KqlNull.Instance;

        public override IEnumerable<KqlValue> Results => [bestKey, .. columns.Select(column => best is null ? KqlNull.Instance : column(best))];

        public override void Add(KqlRow row)
        {
            var value = key(row);
            var isBetter = best is null || (value is not KqlNull && (bestKey is KqlNull || KqlOrder.Instance.Compare(value, bestKey) * (isMax ? 1 : -1) > 0));
            if (isBetter) (best, bestKey) = (row, value);
        }
    }
}
