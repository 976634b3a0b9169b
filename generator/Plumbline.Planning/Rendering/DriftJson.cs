using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Rendering;

/// <summary>Writes drift as JSON: <c>{ formatVersion, environment, unchanged, findings: [{ class, id, message, source, updatedBy, updatedOn }] }</c>.</summary>
public static class DriftJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it; UTF-8, LF, a final newline. What is not known is null.</summary>
    /// <param name="plan">The plan the findings are from.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="output">Where to.</param>
    public static void Write(DeploymentPlan plan, ImmutableArray<DriftFinding> findings, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("formatVersion", 1);
            json.WriteString("environment", plan.Environment.Name);
            json.WriteNumber("unchanged", plan.Unchanged);
            json.WriteStartArray("findings");
            foreach (var finding in findings) Write(json, finding);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, DriftFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("class", finding.Class.Word());
        json.WriteString("id", finding.ObjectId);
        json.WriteString("message", finding.Message);
        json.WriteString("source", finding.Source);
        json.WriteString("updatedBy", finding.UpdatedBy);
        json.WriteString("updatedOn", finding.UpdatedOn);
        json.WriteEndObject();
    }
}
