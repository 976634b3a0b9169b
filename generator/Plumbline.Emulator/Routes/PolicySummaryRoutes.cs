using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>Compliance counts: <c>summarize</c> at any scope.</summary>
internal static class PolicySummaryRoutes
{
    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } =
        [new("POST", $"{{*scope}}/providers/{PolicyStateRoutes.Type}/latest/summarize", PolicyStateRoutes.Type, Summarize)];

    private static Outcome Summarize(ArmState state, ArmRequest request) => ScopeCheck.In(state, request["scope"], scope =>
    {
        if (RowQuery.Parse(request.Query, PolicyStateRoutes.Schema, out var error) is not { } query) return InsightsErrors.InvalidQuery(error ?? string.Empty);
        if (query.Apply is not null || query.OrderBy is not null || !query.Select.IsEmpty)
            return InsightsErrors.InvalidQuery("summarize supports $filter, $top, $from and $to only.");
        var records = StateSelection.Between(StateSelection.At(scope, state.PolicyStates), query.From, query.To);
        var summary = new ComplianceSummary(filter => QueryUri(request, filter))
            .Of([.. records.Where(record => query.Filter?.Matches(record.Fields) != false)], query.Top);
        var entity = new JsonObject { ["@odata.id"] = null, ["@odata.context"] = PolicyStateRoutes.Metadata(request, "summary/$entity") };
        foreach (var (name, value) in summary) entity[name] = value?.DeepClone();
        return new ArmResponse(200, new JsonObject
        {
            ["@odata.context"] = PolicyStateRoutes.Metadata(request, "summary"),
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
        return $"{request.Endpoint}{request["scope"]}/providers/{PolicyStateRoutes.Type}/latest/queryResults{ArmRequest.QueryText(query)}";
    }
}
