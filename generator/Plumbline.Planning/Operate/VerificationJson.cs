using System.Text.Json;

namespace Plumbline.Planning.Operate;

/// <summary>A verification as JSON for programs: <c>{ schemaVersion, environment, counts, findings }</c>.</summary>
public static class VerificationJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes the report.</summary>
    public static void Write(string environment, VerificationReport report, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, Indented);
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("environment", environment);
        writer.WriteBoolean("complete", report.IsComplete);
        writer.WriteStartObject("counts");
        writer.WriteNumber("equal", report.Equal);
        foreach (var kind in Enum.GetValues<VerificationKind>()) writer.WriteNumber(Word(kind), report.Count(kind));
        writer.WriteEndObject();
        writer.WriteStartArray("findings");
        foreach (var finding in report.Findings) Write(writer, finding);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The kind as programs read it, such as <c>onlyInAzure</c>.</summary>
    public static string Word(VerificationKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static void Write(Utf8JsonWriter writer, VerificationFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Word(finding.Kind));
        writer.WriteString("resource", finding.ResourceId);
        writer.WriteString("assignment", finding.AssignmentId);
        writer.WriteString("reference", finding.ReferenceId);
        writer.WriteString("policy", finding.Policy);
        writer.WriteString("expected", finding.Expected);
        writer.WriteString("actual", finding.Actual);
        writer.WriteString("because", finding.Because);
        writer.WriteEndObject();
    }
}
