using System.Collections.Immutable;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Scan;

/// <summary>The results of the last queries that had to read all rows before the first, so that their further pages need not do it again.</summary>
internal sealed class OrderedResults
{
    // Each may hold a row a record.
    private const int Kept = 4;

    private readonly Lock access = new();
    private ImmutableList<Result> results = [];

    /// <summary>The rows of a query: those made for an earlier page as long as no record changed, else new ones.</summary>
    public ImmutableArray<ODataRow> Of(ArmState state, ArmRequest request, Func<IEnumerable<ODataRow>> run)
    {
        var key = request.Path + ArmRequest.QueryText(request.Query.Remove("$skiptoken"));
        if (results.Find(result => IsFor(result, state, key)) is { } known) return known.Rows;
        var made = new Result(state.PolicyStates, state.PolicyEvents, key, [.. run()]);
        lock (access) results = results.Insert(0, made).RemoveRange(Math.Min(Kept, results.Count + 1), Math.Max(0, results.Count + 1 - Kept));
        return made.Rows;
    }

    private static bool IsFor(Result result, ArmState state, string key) =>
        ReferenceEquals(result.States, state.PolicyStates) && ReferenceEquals(result.Events, state.PolicyEvents) && string.Equals(result.Key, key, StringComparison.Ordinal);

    private sealed record Result(PolicyStateTable States, PolicyEventLog Events, string Key, ImmutableArray<ODataRow> Rows);
}
