using System.Collections.Immutable;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Routes;

/// <summary>Compliance records and events: <c>queryResults</c> at any scope. All are POST, without a body; the next page too.</summary>
/// <param name="reader">Reads them.</param>
internal sealed class PolicyRecordRoutes(RecordReader reader)
{
    /// <summary>What operations on states are versioned by.</summary>
    public const string States = "Microsoft.PolicyInsights/policyStates";

    private const string Events = "Microsoft.PolicyInsights/policyEvents";
    private const string Components = "Microsoft.PolicyInsights/componentPolicyStates";

    // Measured nowhere; the service documents no default.
    private const int PageSize = 1000;

    private readonly OrderedResults ordered = new();

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        Query(States, ["latest", "default"], RecordColumns.State, (state, scope, query) => reader.States(state, scope, query.Window, query.Cursor)),
        Query(Events, ["default"], RecordColumns.Event, (state, scope, query) => RecordReader.Events(state, scope, query.Window, query.Cursor)),
        Query(Components, ["latest"], RecordColumns.Component, (_, _, _) => []),
    ];

    /// <summary>The start of the links that name the record types.</summary>
    public static string Metadata(ArmRequest request, string type, string fragment) => $"{request.Endpoint}{request["scope"]}/providers/{type}/$metadata#{fragment}";

    private Route Query(string type, ImmutableArray<string> views, ODataSchema schema, Func<ArmState, RecordScope, RecordQuery, IEnumerable<ResourceVerdicts>> read) =>
        new("POST", $"{{*scope}}/providers/{type}/{{view}}/queryResults", type, (state, request) => ScopeCheck.In(state, request["scope"], scope =>
        {
            var view = views.FirstOrDefault(view => string.Equals(view, request["view"], StringComparison.OrdinalIgnoreCase));
            if (view is null) return InsightsErrors.InvalidQuery($"The resource '{request["view"]}' of '{type}' is not one of '{string.Join(", ", views)}'.");
            if (RecordQuery.Parse(request, schema, view == "latest", out var error) is not { } query) return InsightsErrors.InvalidQuery(error ?? string.Empty);
            var at = RecordScope.Of(state, scope);
            var context = reader.ContextOf(state);
            var from = query.IsResumable ? query : query with { Cursor = RecordCursor.Start };
            var rows = RecordReader.Rows(read(state, at, from), at, context, from.Cursor).Select(row => type == Events ? new EventRow(row, new TextValue(state.TenantId)) : (ODataRow)row);
            return Answer(state, request, query, rows, new RecordPage(Metadata(request, type, view), Columns(request, query, schema)));
        }));

    private ArmResponse Answer(ArmState state, ArmRequest request, RecordQuery query, IEnumerable<ODataRow> rows, RecordPage page)
    {
        try
        {
            var taken = query.Cursor.Taken;
            var shown = query.IsResumable
                ? (query.Rows with { Top = query.Rows.Top - taken }).Run(rows).Take(PageSize + 1).ToList()
                : ordered.Of(state, request, () => query.Rows.Run(rows)).Skip(taken).Take(PageSize + 1).ToList();
            var hasMore = shown.Count > PageSize;
            if (hasMore) shown.RemoveAt(PageSize);
            return new ArmResponse(200) { Content = page.Write(shown, hasMore ? request.Link(("$skiptoken", Next(query, shown).ToString())) : null) };
        }
        catch (ResponseTooLargeException problem)
        {
            return ArmEnvelope.Error(InsightsErrors.ResponseTooLarge(problem.Message));
        }
    }

    private static RecordCursor Next(RecordQuery query, List<ODataRow> shown)
    {
        var taken = query.Cursor.Taken + shown.Count;
        return (query.IsResumable, shown[^1]) switch
        {
            (true, ComplianceRow row) => RecordCursor.Behind(taken, row),
            (true, EventRow row) => RecordCursor.Behind(taken, row.Row),
            _ => RecordCursor.Start with { Taken = taken },
        };
    }

    private static ImmutableArray<string> Columns(ArmRequest request, RecordQuery query, ODataSchema schema)
    {
        var columns = query.Rows.Apply is { OnlyFilters: false } apply ? apply.Schema.Properties : RecordColumns.Shown(schema, request.ApiVersion);
        return [.. columns.Where(column => query.Rows.Shows(column) && (query.ExpandsDetails || column != RecordColumns.EvaluationDetails))];
    }
}
