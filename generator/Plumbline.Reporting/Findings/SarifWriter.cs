using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plumbline.Reporting.Findings;

/// <summary>Writes SARIF 2.1.0 as GitHub code scanning takes it: rules with help, results with a file, a region and a fingerprint that survives moved lines.</summary>
/// <remarks>
/// Suppressed findings are left out: code scanning ignores <c>suppressions</c> and would show them as alerts. It refuses a run of more than 25,000 results;
/// beyond that the worst are kept and a notification counts the rest.
/// </remarks>
public static class SarifWriter
{
    /// <summary>The most results that code scanning takes in a run.</summary>
    public const int MaximumResults = 25_000;

    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report; UTF-8, LF, a final newline.</summary>
    public static void Write(FindingReport report, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, report);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteRun(Utf8JsonWriter json, FindingReport report)
    {
        ImmutableArray<FindingRule> rules = [.. report.Rules.DistinctBy(rule => rule.Id, StringComparer.Ordinal).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        ImmutableArray<Finding> active = [.. report.Active];
        ImmutableArray<Finding> written = active.Length <= MaximumResults ? active : [.. report.Worst(MaximumResults)];
        json.WriteStartObject();
        WriteTool(json, report.ToolVersion, rules);
        WriteInvocation(json, active.Length - written.Length);
        json.WriteStartArray("results");
        foreach (var finding in written) SarifResult.Write(json, finding, rules);
        json.WriteEndArray();
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"plumbline/{report.Command}/");
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, string version, ImmutableArray<FindingRule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Plumbline");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules) SarifRule.Write(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, int left)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        if (left > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            json.WriteStartObject();
            json.WriteString("level", "warning");
            json.WriteStartObject("message");
            json.WriteString("text", FormattableString.Invariant($"{left} more findings are not listed: code scanning takes {MaximumResults} in a run"));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }
}
