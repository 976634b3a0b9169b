using System.Collections.Immutable;

namespace Plumbline.Emulator.OData;

/// <summary>One transformation of an <c>$apply</c>. Rows are pushed through, so that no input needs to be held.</summary>
/// <param name="Schema">The columns of the rows it gives.</param>
internal abstract record ApplyStep(ODataSchema Schema)
{
    /// <summary>A run of the transformation.</summary>
    /// <param name="next">Takes what it gives.</param>
    public abstract ApplyRun Start(ApplyRun next);
}

/// <summary>A transformation at work: it takes rows, and gives the rest of its own when there are no more.</summary>
internal abstract class ApplyRun
{
    /// <summary>Takes a row.</summary>
    public abstract void Add(ODataRow row);

    /// <summary>There are no more rows.</summary>
    public abstract void Finish();
}

/// <summary>The end of a pipeline: holds the rows.</summary>
internal sealed class CollectedRows(int limit) : ApplyRun
{
    private readonly ImmutableArray<ODataRow>.Builder rows = ImmutableArray.CreateBuilder<ODataRow>();

    /// <summary>The rows.</summary>
    public ImmutableArray<ODataRow> Rows => rows.ToImmutable();

    /// <inheritdoc/>
    /// <exception cref="ResponseTooLargeException">There are more rows than can be held.</exception>
    public override void Add(ODataRow row)
    {
        if (rows.Count == limit) throw new ResponseTooLargeException(limit);
        rows.Add(row);
    }

    /// <inheritdoc/>
    public override void Finish()
    {
    }
}

/// <summary><c>filter(condition)</c>.</summary>
internal sealed record FilterStep(ODataSchema Rows, FilterNode Condition) : ApplyStep(Rows)
{
    /// <inheritdoc/>
    public override ApplyRun Start(ApplyRun next) => new Run(Condition, next);

    private sealed class Run(FilterNode condition, ApplyRun next) : ApplyRun
    {
        public override void Add(ODataRow row)
        {
            if (condition.Matches(row)) next.Add(row);
        }

        public override void Finish() => next.Finish();
    }
}

/// <summary><c>aggregate($count as A, B with sum as C)</c>: one row.</summary>
internal sealed record AggregateStep(ODataSchema Rows, ImmutableArray<AggregateColumn> Columns) : ApplyStep(Rows)
{
    /// <inheritdoc/>
    public override ApplyRun Start(ApplyRun next) => new Run([.. Columns.Select(column => (column.Alias, column.Start()))], next);

    private sealed class Run(ImmutableArray<(string Alias, Aggregation Aggregation)> columns, ApplyRun next) : ApplyRun
    {
        public override void Add(ODataRow row)
        {
            foreach (var (_, aggregation) in columns)
            {
                aggregation.Add(row);
                if (aggregation.Kept > GroupByStep.MaxGroups) throw new ResponseTooLargeException(GroupByStep.MaxGroups);
            }
        }

        public override void Finish()
        {
            next.Add(new ObjectRow(new([.. columns.Select(column => KeyValuePair.Create(column.Alias, column.Aggregation.Result))])));
            next.Finish();
        }
    }
}
