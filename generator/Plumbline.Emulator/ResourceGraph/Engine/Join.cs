using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Functions;
using Plumbline.Emulator.ResourceGraph.Syntax;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Engine;

/// <summary><c>join</c> and <c>lookup</c>. The right side is kept by its keys; the left side is read once, in its order.</summary>
internal static class Join
{
    /// <summary>The relation of both sides. Columns of the right side get a number behind their names when the left side has them too.</summary>
    public static Relation Apply(Relation left, Relation right, JoinOperator join, Func<Relation, ExpressionBinder> binders)
    {
        var (leftBinder, rightBinder) = (binders(left), binders(right));
        var leftKeys = Keys(join, key => key.Left, leftBinder);
        var rightKeys = Keys(join, key => key.Right, rightBinder);
        if (join.Kind is "leftanti" or "anti" or "leftantisemi") return left with { Rows = Filtered(left, leftKeys, right, rightKeys, keepsMatches: false) };
        if (join.Kind is "leftsemi") return left with { Rows = Filtered(left, leftKeys, right, rightKeys, keepsMatches: true) };
        if (join.Kind is "rightanti" or "rightantisemi") return right with { Rows = Filtered(right, rightKeys, left, leftKeys, keepsMatches: false) };
        if (join.Kind is "rightsemi") return right with { Rows = Filtered(right, rightKeys, left, leftKeys, keepsMatches: true) };
        var kept = join.IsLookup ? KeptOnLookup(right, join) : [.. Enumerable.Range(0, right.Columns.Length)];
        var rows = Pairs(left, leftKeys, right, rightKeys, join.Kind).Select(pair =>
        {
            leftBinder.Context.CountRow();
            return Merged(left, pair.Left, right, pair.Right, kept);
        });
        return new Relation(Columns(left, right, kept), rows);
    }

    private static Func<KqlRow, GroupKey> Keys(JoinOperator join, Func<JoinKey, KqlExpression> side, ExpressionBinder binder)
    {
        var keys = join.Keys.Select(key => (Syntax: side(key), Bound: binder.Bind(side(key)))).ToArray();
        foreach (var (syntax, bound) in keys)
        {
            if (bound.Type == KqlType.Dynamic) throw BindingErrors.DynamicKey(syntax.At, "Join", ColumnNames.Of(syntax) ?? syntax.At.Text);
        }

        var evaluators = keys.Select(key => key.Bound.Evaluate).ToArray();
        return row => new GroupKey(Array.ConvertAll(evaluators, evaluate => evaluate(row)));
    }

    private static ImmutableArray<int> KeptOnLookup(Relation right, JoinOperator join)
    {
        var keys = join.Keys.Select(key => ColumnNames.Of(key.Right)).ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, right.Columns.Length).Where(index => !keys.Contains(right.Columns[index].Name))];
    }

    private static ImmutableArray<KqlColumn> Columns(Relation left, Relation right, ImmutableArray<int> kept)
    {
        var (columns, taken) = (left.Columns.ToBuilder(), left.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal));
        foreach (var column in kept.Select(index => right.Columns[index]))
        {
            var name = ColumnNames.Free(column.Name, taken);
            taken.Add(name);
            columns.Add(column with { Name = name });
        }

        return columns.ToImmutable();
    }

    private static IEnumerable<KqlRow> Filtered(Relation kept, Func<KqlRow, GroupKey> keys, Relation other, Func<KqlRow, GroupKey> otherKeys, bool keepsMatches)
    {
        var known = other.Rows.Select(otherKeys).Where(key => !key.HasNull).ToHashSet();
        foreach (var row in kept.Rows)
        {
            if (known.Contains(keys(row)) == keepsMatches) yield return row;
        }
    }

    // "innerunique", the default, takes one row of the left side a key.
    private static IEnumerable<(KqlRow? Left, KqlRow? Right)> Pairs(Relation left, Func<KqlRow, GroupKey> leftKeys, Relation right, Func<KqlRow, GroupKey> rightKeys, string kind)
    {
        var byKey = Held(right.Rows).Select(row => (Key: rightKeys(row), Row: row)).ToLookup(pair => pair.Key, pair => pair.Row);
        var matched = new HashSet<GroupKey>();
        foreach (var row in left.Rows)
        {
            var key = leftKeys(row);
            var matches = key.HasNull ? [] : byKey[key];
            var isFirst = matched.Add(key);
            if (kind == "innerunique" && !isFirst) continue;
            var isAlone = true;
            foreach (var match in matches)
            {
                isAlone = false;
                yield return (row, match);
            }

            if (isAlone && kind is ("leftouter" or "fullouter")) yield return (row, null);
        }

        if (kind is not ("rightouter" or "fullouter")) yield break;
        foreach (var (key, row) in byKey.SelectMany(group => group.Select(row => (group.Key, row))).Where(pair => pair.Key.HasNull || !matched.Contains(pair.Key))) yield return (null, row);
    }

    private static IEnumerable<KqlRow> Held(IEnumerable<KqlRow> rows)
    {
        var count = 0;
        foreach (var row in rows)
        {
            if (++count > QueryContext.MaxHeldRows) throw new QueryLimitException($"More than {QueryContext.MaxHeldRows} rows stand on the right side of a join.");
            yield return row;
        }
    }

    private static KqlRow Merged(Relation left, KqlRow? leftRow, Relation right, KqlRow? rightRow, ImmutableArray<int> kept)
    {
        var values = new KqlValue[left.Columns.Length + kept.Length];
        for (var index = 0; index < left.Columns.Length; index++) values[index] = leftRow is null ? Missing(left.Columns[index]) : leftRow[index];
        for (var index = 0; index < kept.Length; index++) values[left.Columns.Length + index] = rightRow is null ? Missing(right.Columns[kept[index]]) : rightRow[kept[index]];
        return KqlRow.Of(values);
    }

    private static KqlValue Missing(KqlColumn column) => column.Type == KqlType.Text ? KqlText.Empty : KqlNull.Instance;
}
