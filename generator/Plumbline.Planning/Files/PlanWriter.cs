using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Planning.Plans;

namespace Plumbline.Planning.Files;

/// <summary>Writes the text of a plan.</summary>
internal static class PlanWriter
{
    // The text is a file that people read, never put into HTML unescaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, MaxDepth = 4096, NewLine = "\n" };

    /// <summary>The text; without the header it is what the plan's id is the digest of.</summary>
    public static string Text(DeploymentPlan plan, bool withHeader)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, plan, withHeader);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, DeploymentPlan plan, bool withHeader)
    {
        writer.WriteStartObject();
        writer.WriteNumber("formatVersion", PlanFile.FormatVersion);
        if (withHeader) WriteHeader(writer, plan);
        WriteEnvironment(writer, plan.Environment);
        WriteReadings(writer, plan);
        writer.WriteStartArray("operations");
        foreach (var operation in plan.Operations) OperationWriter.Write(writer, operation);
        writer.WriteEndArray();
        writer.WriteNumber("unchanged", plan.Unchanged);
        WriteForeign(writer, plan);
        WriteWarnings(writer, "warnings", plan.Warnings);
        WriteWarnings(writer, "refusals", plan.Refusals);
        if (plan.Impact is { } impact) ImpactWriter.Write(writer, impact);
        writer.WriteEndObject();
    }

    private static void WriteHeader(Utf8JsonWriter writer, DeploymentPlan plan)
    {
        writer.WriteString("planId", plan.PlanId);
        writer.WriteStartObject("header");
        writer.WriteString("createdAt", plan.Header.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        writer.WriteString("tool", plan.Header.Tool);
        WriteOptional(writer, "gitCommit", plan.Header.GitCommit);
        writer.WriteEndObject();
    }

    private static void WriteEnvironment(Utf8JsonWriter writer, PlanEnvironment environment)
    {
        writer.WriteStartObject("environment");
        writer.WriteString("name", environment.Name);
        writer.WriteString("cloud", environment.Cloud);
        WriteOptional(writer, "tenantId", environment.TenantId);
        writer.WriteString("definitionScope", environment.DefinitionScope);
        writer.WriteString("ownerId", environment.OwnerId);
        writer.WriteString("strategy", "ownedOnly");
        WriteOptional(writer, "ring", environment.Ring);
        writer.WriteEndObject();
    }

    private static void WriteReadings(Utf8JsonWriter writer, DeploymentPlan plan)
    {
        writer.WriteStartObject("inputs");
        writer.WriteString("declarationsDigest", plan.Inputs.Declarations);
        writer.WriteString("documentsDigest", plan.Inputs.Documents);
        writer.WriteString("builtInsDigest", plan.Inputs.BuiltIns);
        writer.WriteEndObject();
        writer.WriteStartObject("baseline");
        writer.WriteString("stateDigest", plan.Baseline.StateDigest);
        writer.WriteString("readFrom", plan.Baseline.ReadFrom);
        writer.WriteStartObject("counts");
        foreach (var (kind, count) in plan.Baseline.Counts) writer.WriteNumber(kind, count);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("limits");
        writer.WriteNumber("maxDeletes", plan.Limits.MaximumDeletes);
        WriteList(writer, "protect", plan.Limits.Protect);
        WriteList(writer, "allowPrivilegedRoles", plan.Limits.AllowPrivilegedRoles);
        writer.WriteEndObject();
    }

    private static void WriteForeign(Utf8JsonWriter writer, DeploymentPlan plan)
    {
        writer.WriteStartArray("foreign");
        foreach (var foreign in plan.Foreign)
        {
            writer.WriteStartObject();
            writer.WriteString("id", foreign.Id);
            writer.WriteString("owner", foreign.Owner);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteWarnings(Utf8JsonWriter writer, string name, IEnumerable<PlanWarning> warnings)
    {
        writer.WriteStartArray(name);
        foreach (var warning in warnings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", warning.Code);
            writer.WriteString("message", warning.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>A list of texts.</summary>
    public static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) writer.WriteStringValue(item);
        writer.WriteEndArray();
    }

    /// <summary>A text, when there is one.</summary>
    public static void WriteOptional(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }
}
