using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Baselines;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Findings;
using Plumbline.Scan.Inputs;

namespace Plumbline.Scan.Reports;

/// <summary>Reads the JSON that <see cref="ReportJsonWriter"/> wrote.</summary>
public static class ReportJsonReader
{
    /// <summary>The report; null with the problem when the text is none.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="file">The name of the file.</param>
    public static ParseResult<ScanReport> Read(ReadOnlyMemory<byte> utf8, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            return root.GetProperty("command").GetString() == "scan" && root.GetProperty("schemaVersion").GetString() == ReportJsonWriter.SchemaVersion
                ? new(Report(root), [])
                : Invalid(file, $"this is no result of a scan of schema version {ReportJsonWriter.SchemaVersion}");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return Invalid(file, "this is no result of a scan");
        }
    }

    private static ParseResult<ScanReport> Invalid(string file, string reason) => new(null, [DiagnosticCatalog.ScanResultsMismatch(new SourceLocation(file), reason)]);

    private static ScanReport Report(JsonElement root)
    {
        var policies = Items(root, "policies", Policy);
        return new(
            Text(root, "tool"),
            root.TryGetProperty("shard", out var shard) ? new ScanShard(shard.GetProperty("number").GetInt32(), shard.GetProperty("count").GetInt32()) : null,
            Items(root, "inputs", item => new ReportedInput(Text(item, "path"), Enum.Parse<InputKind>(Text(item, "kind")), item.GetProperty("resources").GetInt64())),
            root.GetProperty("policyCount").GetInt32(),
            Totals(root.GetProperty("totals")),
            Items(root, "findings", item => Finding(item, policies)),
            Items(root, "known", item => new KnownFinding(Finding(item, policies), Text(item, "owner"), Baseline.DayOf(Text(item, "until")) ?? default)),
            root.GetProperty("omittedFindings").GetInt64(),
            Items(root, "diagnostics", Diagnostic));
    }

    private static ScanTotals Totals(JsonElement item) => new(
        Count(item, "resources"), Count(item, "unreached"), Count(item, "compliant"), Count(item, "nonCompliant"), Count(item, "errors"), Count(item, "unknown"), Count(item, "manual"), Count(item, "protected"));

    private static FindingPolicy Policy(JsonElement item) => new(
        Text(item, "definition"), Text(item, "displayName"), Text(item, "description"), Text(item, "initiative"), Text(item, "reference"),
        [.. item.GetProperty("groups").EnumerateArray().Select(group => group.GetString() ?? "")], Text(item, "severity"), Optional(item, "advice"));

    private static ScanFinding Finding(JsonElement item, ImmutableArray<FindingPolicy> policies) => new(
        Enum.Parse<FindingState>(Text(item, "state")), policies[item.GetProperty("policy").GetInt32()], Text(item, "resource"), Text(item, "type"), Text(item, "effect"), Text(item, "message"), Location(item))
    {
        Changes = Items(item, "changes", change => new PropertyChange(Text(change, "path"), Optional(change, "before"), Optional(change, "after"))),
        Deployments = item.TryGetProperty("deployments", out var deployments) ? [.. deployments.EnumerateArray().Select(one => one.GetString() ?? "")] : [],
    };

    private static Diagnostic Diagnostic(JsonElement item) =>
        new(Text(item, "code"), Enum.Parse<DiagnosticSeverity>(Text(item, "severity")), Location(item), Text(item, "message"), Optional(item, "help"));

    private static SourceLocation Location(JsonElement item) => new(
        Text(item, "file"),
        item.TryGetProperty("line", out var line) ? new TextSpan(line.GetInt32(), item.GetProperty("column").GetInt32()) : null,
        Optional(item, "path"));

    private static ImmutableArray<T> Items<T>(JsonElement item, string name, Func<JsonElement, T> read) =>
        item.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(read)] : [];

    private static long Count(JsonElement item, string name) => item.GetProperty(name).GetInt64();

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";

    private static string? Optional(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
