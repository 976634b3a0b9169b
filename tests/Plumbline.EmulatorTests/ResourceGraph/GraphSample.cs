using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Emulator.ResourceGraph.Engine;
using Plumbline.Emulator.ResourceGraph.Values;
using Plumbline.Emulator.Wire;

namespace Plumbline.EmulatorTests.ResourceGraph;

/// <summary>Tables of JSON rows, and queries over them.</summary>
internal sealed class GraphSample(ImmutableDictionary<string, Relation> tables) : IGraphTables
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static readonly ImmutableArray<string> Texts = ["id", "name", "type", "tenantId", "kind", "location", "resourceGroup", "subscriptionId"];
    private static readonly ImmutableArray<string> Dynamics = ["sku", "properties", "tags"];

    /// <summary>The estate of the tests in <see cref="SampleEstate"/>.</summary>
    public static GraphSample Estate { get; } = new(new Dictionary<string, Relation>
    {
        ["resources"] = Table(SampleEstate.Resources),
        ["resourcecontainers"] = Table(SampleEstate.Containers),
        ["policyresources"] = Table(SampleEstate.PolicyResources),
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));

    public IEnumerable<string> Names => tables.Keys.Order(StringComparer.Ordinal);

    public Relation? Find(string name) => tables.GetValueOrDefault(name);

    /// <summary>A table of one column of whole numbers, <c>n</c>, and one of texts, <c>s</c>, named <c>resources</c>.</summary>
    public static GraphSample Of(IEnumerable<(long? N, string S)> rows) => new(ImmutableDictionary<string, Relation>.Empty.Add("resources", new Relation(
        [new KqlColumn("n", KqlType.Long), new KqlColumn("s", KqlType.Text)],
        [.. rows.Select(row => KqlRow.Of([row.N is { } number ? new KqlLong(number) : KqlNull.Instance, new KqlText(row.S)]))])));

    public KqlResult Run(string query) => new KqlEngine(this, Now, CancellationToken.None).Run(query);

    /// <summary>The rows as lines of JSON: an object a row; or the error.</summary>
    public string Lines(string query)
    {
        var result = Run(query);
        return result.Error is { } error ? $"{error.Code}: {error.Message}" : string.Join('\n', result.Rows.Select(row => Json.Compact(Row(result, row))));
    }

    /// <summary>The value of an expression over no column.</summary>
    public string Value(string expression)
    {
        var result = Run($"resources | take 1 | project x = {expression}");
        return result.Error is { } error ? $"{error.Code}: {error.Message}" : KqlJson.Text(result.Rows[0][0]);
    }

    private static JsonObject Row(KqlResult result, KqlValue[] row) =>
        new(result.Columns.Zip(row, (column, value) => KeyValuePair.Create(column.Name, KqlJson.Node(value))));

    private static Relation Table(string json)
    {
        using var document = JsonDocument.Parse(json);
        ImmutableArray<KqlColumn> columns = [.. Texts.Select(name => new KqlColumn(name, KqlType.Text)), .. Dynamics.Select(name => new KqlColumn(name, KqlType.Dynamic))];
        var rows = document.RootElement.Clone().EnumerateArray().Select(row => KqlRow.Of([.. columns.Select(column => Cell(row, column))])).ToList();
        return new Relation(columns, rows);
    }

    private static KqlValue Cell(JsonElement row, KqlColumn column) =>
        row.TryGetProperty(column.Name, out var value) ? KqlJson.Read(value) : column.Type == KqlType.Text ? KqlText.Empty : KqlNull.Instance;
}
