using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary><c>sort</c> and <c>top</c>. Rows with equal keys keep their order.</summary>
internal static class Sorting
{
    /// <summary>The rows in order; the first of them only when it is <c>top</c>.</summary>
    public static Relation Apply(Relation input, SortOperator sort, ExpressionBinder binder)
    {
        var keys = sort.Keys.Select(key => binder.Bind(key.Expression).Evaluate).ToArray();
        var order = new KeyOrder(sort.Keys);
        return input with { Rows = Sorted(input.Rows, keys, order, sort.Top) };
    }

    private static IEnumerable<KqlRow> Sorted(IEnumerable<KqlRow> rows, Func<KqlRow, KqlValue>[] keys, KeyOrder order, long? top)
    {
        var keyed = new List<(KqlRow Row, KqlValue[] Keys)>();
        foreach (var row in rows)
        {
            if (keyed.Count == QueryContext.MaxHeldRows) throw new QueryLimitException($"More than {QueryContext.MaxHeldRows} rows are sorted.");
            keyed.Add((row, Array.ConvertAll(keys, key => key(row))));
        }

        foreach (var (row, _) in keyed.OrderBy(pair => pair.Keys, order).Take((int)Math.Min(top ?? int.MaxValue, int.MaxValue))) yield return row;
    }

    private sealed class KeyOrder(ImmutableArray<SortKey> keys) : IComparer<KqlValue[]>
    {
        public int Compare(KqlValue[]? x, KqlValue[]? y)
        {
            for (var index = 0; index < keys.Length && x is not null && y is not null; index++)
            {
                var order = Compare(x[index], y[index], keys[index]);
                if (order != 0) return order;
            }

            return 0;
        }

        private static int Compare(KqlValue left, KqlValue right, SortKey key)
        {
            if (left is KqlNull || right is KqlNull) return (left is KqlNull ? 0 : 1).CompareTo(right is KqlNull ? 0 : 1) * (key.AreNullsFirst ? 1 : -1);
            var order = KqlOrder.Instance.Compare(left, right);
            return key.IsAscending ? order : -order;
        }
    }
}
