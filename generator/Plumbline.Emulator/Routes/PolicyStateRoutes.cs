using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Routes;

/// <summary>Compliance records: <c>queryResults</c> at any scope. All are POST, without a body; the next page too.</summary>
internal static class PolicyStateRoutes
{
    /// <summary>What all operations on records are versioned by.</summary>
    public const string Type = "Microsoft.PolicyInsights/policyStates";

    // Measured nowhere; the service documents no default.
    private const int PageSize = 1000;

    private static readonly ImmutableArray<string> Views = ["latest", "default"];
    private static readonly ImmutableArray<string> Expandable = ["PolicyEvaluationDetails", "components"];

    /// <summary>What queries may name.</summary>
    public static ODataSchema Schema { get; } = new("PolicyState", PolicyStateRecord.Fields, []);

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } = [new("POST", $"{{*scope}}/providers/{Type}/{{view}}/queryResults", Type, Query)];

    /// <summary>The start of the links that name the record types.</summary>
    public static string Metadata(ArmRequest request, string fragment) => $"{request.Endpoint}{request["scope"]}/providers/{Type}/$metadata#{fragment}";

    // Only the newest record of each verdict is kept, so both views answer the same.
    private static Outcome Query(ArmState state, ArmRequest request) => ScopeCheck.In(state, request["scope"], scope =>
    {
        var view = Views.FirstOrDefault(view => string.Equals(view, request["view"], StringComparison.OrdinalIgnoreCase));
        if (view is null) return InsightsErrors.InvalidQuery($"The policy states resource '{request["view"]}' is not one of '{string.Join(", ", Views)}'.");
        if (UnknownExpansion(request) is { } unknown) return InsightsErrors.InvalidQuery($"Invalid $expand: '{unknown}' is not one of '{string.Join(", ", Expandable)}'.");
        if (RowQuery.Parse(request.Query, Schema, out var error) is not { } query) return InsightsErrors.InvalidQuery(error ?? string.Empty);
        if (!Paging.TryNumber(request, "$skiptoken", 0, out var skip)) return InsightsErrors.InvalidQuery("The value of $skiptoken was not made by this endpoint.");
        var records = StateSelection.Between(StateSelection.At(scope, state.PolicyStates), query.From, query.To);
        return Answer(request, view, query, query.Run(records.Select(record => record.Fields)), skip);
    });

    private static ArmResponse Answer(ArmRequest request, string view, RowQuery query, ImmutableArray<ObjectValue> rows, int skip)
    {
        var entity = Metadata(request, view + "/$entity");
        var page = rows.Skip(skip).Take(PageSize).Select(row => Entity(Shown(request, query.Project(row)), entity)).ToList();
        var next = skip + page.Count;
        return new ArmResponse(200, new JsonObject
        {
            ["@odata.context"] = Metadata(request, view),
            ["@odata.count"] = page.Count,
            ["@odata.nextLink"] = next < rows.Length ? request.Link(("$skiptoken", next.ToString(CultureInfo.InvariantCulture))) : null,
            ["value"] = new JsonArray([.. page]),
        });
    }

    private static JsonObject Entity(ObjectValue row, string context)
    {
        var entity = new JsonObject { ["@odata.id"] = null, ["@odata.context"] = context };
        foreach (var (name, value) in row.Properties) entity[name] = JsonNode.Parse(PolicyValueWriter.ToCompactJson(value));
        return entity;
    }

    private static ObjectValue Shown(ArmRequest request, ObjectValue row) => Expansions(request).Contains(Expandable[0], StringComparer.OrdinalIgnoreCase)
        ? row
        : new([.. row.Properties.Where(property => property.Key != PolicyStateRecord.EvaluationDetailsField)]);

    private static string? UnknownExpansion(ArmRequest request) =>
        Expansions(request).FirstOrDefault(name => !Expandable.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static string[] Expansions(ArmRequest request) =>
        request.Query.GetValueOrDefault("$expand", string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
