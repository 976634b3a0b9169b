using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plumbline.Reporting.Writers;

/// <summary>Writes <c>plumbline.compliance/v1</c>: everything the other formats show, camelCase, in a fixed order.</summary>
/// <remarks>Within <c>v1</c> properties are only ever added. Percentages are null when nothing applies; each carries its counts and formula.</remarks>
public sealed class JsonReportWriter : IReportWriter
{
    /// <summary>The value of the document's <c>schema</c> property.</summary>
    public const string Schema = "plumbline.compliance/v1";

    // A file of its own, never part of a page: only what JSON itself requires is escaped.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc />
    public string Extension => ".json";

    /// <inheritdoc />
    public string Write(ComplianceReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) WriteReport(json, report);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void WriteReport(Utf8JsonWriter json, ComplianceReport report)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteRun(json, report.Run);
        WriteBaseline(json, report.Baseline);
        WriteSummary(json, report);
        JsonParts.WriteArray(json, "controls", report.Controls, JsonControlPart.Write);
        JsonParts.WriteArray(json, "notApplicable", report.NotApplicable, JsonControlPart.WriteFeature);
        JsonParts.WriteArray(json, "otherPolicies", report.OtherPolicies, JsonPolicyPart.Write);
        JsonParts.WriteArray(json, "diagnostics", report.Diagnostics, JsonParts.WriteDiagnostic);
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, RunInformation run)
    {
        json.WriteStartObject("run");
        json.WriteString("environment", run.Environment);
        json.WriteString("scope", run.Scope);
        json.WriteString("assignmentId", run.AssignmentId);
        json.WriteString("tool", run.Tool);
        json.WriteString("startedAt", JsonParts.Utc(run.StartedAt));
        json.WriteNumber("statesRead", run.StatesRead);
        json.WriteNumber("statesExpected", run.StatesExpected);
        json.WriteEndObject();
    }

    private static void WriteBaseline(Utf8JsonWriter json, BaselineOutline baseline)
    {
        json.WriteStartObject("baseline");
        json.WriteString("service", baseline.Service);
        json.WriteString("benchmark", baseline.Benchmark);
        JsonParts.WriteArray(json, "securityProfile", baseline.SecurityProfile, (writer, entry) =>
        {
            writer.WriteStartObject();
            writer.WriteString("attribute", entry.Attribute);
            writer.WriteString("value", entry.Value);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, ComplianceReport report)
    {
        json.WriteStartObject("summary");
        json.WriteString("verdict", report.Headline.Verdict);
        json.WriteBoolean("complete", report.IsComplete);
        WriteControlCounts(json, report.Headline.Controls);
        JsonParts.WriteCounts(json, "resources", report.Resources);
        JsonParts.WriteCounts(json, "states", report.States);
        JsonParts.WriteScores(json, report.Resources);
        JsonParts.WritePercentage(json, "coverage", report.Coverage, Formulas.Coverage);
        WriteFreshness(json, report.Freshness);
        json.WriteEndObject();
    }

    private static void WriteControlCounts(Utf8JsonWriter json, ImmutableArray<(ControlStatus Status, int Count)> controls)
    {
        json.WriteStartObject("controls");
        foreach (var (status, count) in controls) json.WriteNumber(ControlStatuses.Key(status), count);
        json.WriteEndObject();
    }

    private static void WriteFreshness(Utf8JsonWriter json, Freshness? freshness)
    {
        if (freshness is null)
        {
            json.WriteNull("evaluatedAt");
            return;
        }

        json.WriteStartObject("evaluatedAt");
        json.WriteString("oldest", JsonParts.Utc(freshness.Oldest));
        json.WriteString("median", JsonParts.Utc(freshness.Median));
        json.WriteString("newest", JsonParts.Utc(freshness.Newest));
        json.WriteEndObject();
    }
}
