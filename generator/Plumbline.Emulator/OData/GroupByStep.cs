using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.OData;

/// <summary><c>groupby((A, B), transformations)</c>: the transformations run on each group by itself; without any, a group is one row.</summary>
/// <param name="Keys">What rows are grouped by.</param>
/// <param name="Inner">The transformations of a group, in order.</param>
internal sealed record GroupByStep(ODataSchema Rows, ImmutableArray<string> Keys, ImmutableArray<ApplyStep> Inner) : ApplyStep(Rows)
{
    /// <summary>How many groups, or different values, are held at most.</summary>
    public const int MaxGroups = 1_000_000;

    /// <inheritdoc/>
    public override ApplyRun Start(ApplyRun next) => new Run(this, next);

    private sealed class Run(GroupByStep step, ApplyRun next) : ApplyRun
    {
        private readonly Dictionary<GroupKey, Group> groups = [];

        // INVARIANT: a dictionary to which things are only added enumerates in the order of adding: groups come in the order of their first rows.
        public override void Add(ODataRow row)
        {
            var key = new GroupKey([.. step.Keys.Select(name => row[name] is UndefinedValue ? NullValue.Instance : row[name])]);
            if (!groups.TryGetValue(key, out var group))
            {
                if (groups.Count == MaxGroups) throw new ResponseTooLargeException(MaxGroups);
                groups[key] = group = new Group(step, key, next);
            }

            group.Start.Add(row);
        }

        public override void Finish()
        {
            foreach (var group in groups.Values) group.End();
            next.Finish();
        }
    }

    // The rows of the group's own pipeline, with the columns of the key in front.
    private sealed class Group : ApplyRun
    {
        private readonly GroupByStep step;
        private readonly GroupKey key;
        private readonly ApplyRun next;

        public Group(GroupByStep step, GroupKey key, ApplyRun next)
        {
            (this.step, this.key, this.next) = (step, key, next);
            Start = step.Inner.Reverse().Aggregate((ApplyRun)this, (following, inner) => inner.Start(following));
        }

        public ApplyRun Start { get; }

        private IEnumerable<KeyValuePair<string, PolicyValue>> KeyColumns => step.Keys.Zip(key.Values, KeyValuePair.Create);

        public override void Add(ODataRow row)
        {
            if (!step.Inner.IsEmpty && row is ObjectRow made) next.Add(new ObjectRow(new([.. KeyColumns, .. made.Fields.Properties.Where(column => !step.Keys.Contains(column.Key))])));
        }

        public override void Finish()
        {
        }

        public void End()
        {
            if (step.Inner.IsEmpty) next.Add(new ObjectRow(new([.. KeyColumns])));
            else Start.Finish();
        }
    }

    /// <summary>The values of a group. Unlike a condition, grouping tells texts apart by case.</summary>
    private sealed record GroupKey(ImmutableArray<PolicyValue> Values)
    {
        public bool Equals(GroupKey? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Aggregate(17, (hash, value) => HashCode.Combine(hash, value is ArrayValue list ? list.Items.Length : value.GetHashCode()));
    }
}
