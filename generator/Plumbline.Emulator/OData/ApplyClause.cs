using System.Collections.Immutable;

namespace Plumbline.Emulator.OData;

/// <summary>An <c>$apply</c>: transformations one after the other.</summary>
/// <param name="Steps">At least one.</param>
internal sealed record ApplyClause(ImmutableArray<ApplyStep> Steps)
{
    /// <summary>The columns of the rows it gives.</summary>
    public ODataSchema Schema => Steps[^1].Schema;

    /// <summary>Whether it only selects, so that its rows are rows of the input.</summary>
    public bool OnlyFilters => Steps.All(step => step is FilterStep);

    /// <summary>The clause; null and the problem when it is not one that is supported.</summary>
    public static ApplyClause? Parse(string text, ODataSchema schema, out string? error)
    {
        var reader = new ODataReader("$apply", text, schema);
        var steps = new ApplyParser(reader).Read();
        reader.ExpectEnd();
        error = reader.Error;
        return error is null ? new ApplyClause(steps) : null;
    }

    /// <summary>The rows that it makes of others.</summary>
    /// <exception cref="ResponseTooLargeException">It has to hold too many.</exception>
    public IEnumerable<ODataRow> Run(IEnumerable<ODataRow> rows)
    {
        if (OnlyFilters) return rows.Where(row => Steps.OfType<FilterStep>().All(step => step.Condition.Matches(row)));
        var result = new CollectedRows(GroupByStep.MaxGroups);
        var first = Steps.Reverse().Aggregate((ApplyRun)result, (next, step) => step.Start(next));
        foreach (var row in rows) first.Add(row);
        first.Finish();
        return result.Rows;
    }
}
