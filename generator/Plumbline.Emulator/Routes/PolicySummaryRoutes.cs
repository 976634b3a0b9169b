using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Compliance counts: <c>summarize</c> at any scope.</summary>
/// <param name="reader">Counts records.</param>
internal sealed class PolicySummaryRoutes(RecordReader reader)
{
    private const string Type = PolicyRecordRoutes.States;

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All => [new("POST", $"{{*scope}}/providers/{Type}/{{view}}/summarize", Type, Summarize)];

    private Outcome Summarize(ArmState state, ArmRequest request) => ScopeCheck.In(state, request["scope"], scope =>
    {
        if (!string.Equals(request["view"], "latest", StringComparison.OrdinalIgnoreCase)) return InsightsErrors.InvalidQuery($"The resource '{request["view"]}' cannot be summarized; 'latest' can.");
        if (RecordQuery.Parse(request, RecordColumns.State, isLatest: true, out var error) is not { } query) return InsightsErrors.InvalidQuery(error ?? string.Empty);
        if (query.Rows.Apply is not null || query.Rows.OrderBy is not null || !query.Rows.Select.IsEmpty)
            return InsightsErrors.InvalidQuery("summarize supports $filter, $top, $from and $to only.");
        var summary = new ComplianceSummary(filter => QueryUri(request, filter), ApiVersions.IsSince(request.ApiVersion, "2019-10-01")).Of(reader.Count(state, RecordScope.Of(state, scope), query.Window, query.Rows.Filter), query.Rows.Top);
        var entity = new JsonObject { ["@odata.id"] = null, ["@odata.context"] = PolicyRecordRoutes.Metadata(request, Type, "summary/$entity") };
        foreach (var (name, value) in summary.ToList())
        {
            summary.Remove(name);
            entity[name] = value;
        }

        return new ArmResponse(200, new JsonObject
        {
            ["@odata.context"] = PolicyRecordRoutes.Metadata(request, Type, "summary"),
            ["@odata.count"] = 1,
            ["value"] = new JsonArray(entity),
        });
    });

    // The link asks for the same records as the summary: its own filter and interval go along.
    private static string QueryUri(ArmRequest request, string filter)
    {
        var given = request.Query.GetValueOrDefault("$filter");
        var query = request.Query.Where(pair => pair.Key.ToLowerInvariant() is "api-version" or "$from" or "$to")
            .Append(new("$filter", given is null ? filter : $"({given}) and {filter}"));
        return $"{request.Endpoint}{request["scope"]}/providers/{Type}/latest/queryResults{ArmRequest.QueryText(query)}";
    }
}
