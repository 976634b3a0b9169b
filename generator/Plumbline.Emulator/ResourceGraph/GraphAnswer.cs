using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Plumbline.Emulator.ResourceGraph.Engine;
using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.ResourceGraph;

/// <summary>The answer to a query.</summary>
internal sealed class GraphAnswer(ArmRequest request, GraphRequest graph, KqlEngine engine)
{
    // Resource Graph's own limit.
    private const int MaxBytes = 1 << 24;

    /// <summary>Runs the query and writes the page that is asked for.</summary>
    public ArmResponse Write()
    {
        var result = engine.Run(graph.Query);
        if (result.Error is { } error) return GraphErrors.InvalidQuery(request, error);
        ImmutableArray<KqlValue[]> page = [.. result.Rows.Skip(graph.Skip).Take(graph.Top)];
        var body = Body(result, page);
        var size = Encoding.UTF8.GetByteCount(Json.Compact(body));
        return size > MaxBytes
            ? GraphErrors.PayloadTooLarge(request, size, MaxBytes)
            : new ArmResponse(200, body).With("x-ms-user-quota-remaining", "14").With("x-ms-user-quota-resets-after", "00:00:05");
    }

    private JsonObject Body(KqlResult result, ImmutableArray<KqlValue[]> page)
    {
        var next = graph.Skip + page.Length;
        var hasMore = page.Length > 0 && next < result.Rows.Length;
        var body = new JsonObject
        {
            ["totalRecords"] = result.Rows.Length,
            ["count"] = page.Length,
            ["data"] = graph.IsTable ? Table(result.Columns, page) : Objects(result.Columns, page),
            ["facets"] = new JsonArray([.. graph.Facets.Select(facet => Facet(result, facet))]),
            ["resultTruncated"] = hasMore ? "true" : "false",
        };
        // Pages are only possible when the query projects the id.
        if (hasMore && result.Columns.Any(column => column.Name == "id")) body["$skipToken"] = SkipToken.Write(graph.Query, next);
        return body;
    }

    private static JsonArray Objects(ImmutableArray<KqlColumn> columns, ImmutableArray<KqlValue[]> rows) => new([.. rows.Select(row =>
    {
        var item = new JsonObject();
        for (var index = 0; index < columns.Length; index++) item[WellFormedText.Of(columns[index].Name)] = KqlJson.Node(row[index]);
        return item;
    })]);

    private static JsonObject Table(ImmutableArray<KqlColumn> columns, ImmutableArray<KqlValue[]> rows) => new()
    {
        ["columns"] = new JsonArray([.. columns.Select(column => new JsonObject { ["name"] = WellFormedText.Of(column.Name), ["type"] = column.Type.ColumnDataType() })]),
        ["rows"] = new JsonArray([.. rows.Select(row => new JsonArray([.. row.Select(KqlJson.Node)]))]),
    };

    private JsonObject Facet(KqlResult result, FacetRequest facet)
    {
        var counted = engine.Facet(result, facet);
        if (counted.Error is { } error)
        {
            return new JsonObject
            {
                ["expression"] = facet.Expression,
                ["resultType"] = "FacetError",
                ["errors"] = new JsonArray(new JsonObject { ["code"] = error.Code, ["message"] = error.Message }),
            };
        }

        ImmutableArray<KqlColumn> columns = [new KqlColumn(facet.Expression, counted.Columns[0].Type), counted.Columns[1]];
        ImmutableArray<KqlValue[]> rows = [.. counted.Rows.Take(facet.Top)];
        return new JsonObject
        {
            ["expression"] = facet.Expression,
            ["resultType"] = "FacetResult",
            ["totalRecords"] = counted.Rows.Length,
            ["count"] = rows.Length,
            ["data"] = Objects(columns, rows),
        };
    }
}
