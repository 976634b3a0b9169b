using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>Remediations as JSON for programs: <c>{ schemaVersion, environment, remediations: [...] }</c>.</summary>
public static class RemediationJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes what would be created.</summary>
    public static void Write(string environment, ImmutableArray<RemediationTask> tasks, Stream output) =>
        Write(environment, output, writer =>
        {
            foreach (var task in tasks)
            {
                writer.WriteStartObject();
                WriteTask(writer, task, task.Name);
                writer.WritePropertyName("body");
                PolicyValueWriter.WriteTo(writer, task.Body);
                writer.WriteEndObject();
            }
        });

    /// <summary>Writes how they stand.</summary>
    public static void Write(string environment, ImmutableArray<RemediationResult> results, Stream output) =>
        Write(environment, output, writer =>
        {
            foreach (var result in results) WriteResult(writer, result);
        });

    private static void Write(string environment, Stream output, Action<Utf8JsonWriter> items)
    {
        using var writer = new Utf8JsonWriter(output, Indented);
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("environment", environment);
        writer.WriteStartArray("remediations");
        items(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTask(Utf8JsonWriter writer, RemediationTask task, string name)
    {
        writer.WriteString("id", $"{task.Collection}/{name}");
        writer.WriteString("assignment", task.Assignment.Id);
        writer.WriteString("reference", task.Member.ReferenceId);
        writer.WriteString("policy", task.Member.PolicyName);
        writer.WriteString("effect", task.Member.EffectText);
    }

    private static void WriteResult(Utf8JsonWriter writer, RemediationResult result)
    {
        writer.WriteStartObject();
        WriteTask(writer, result.Task, result.Name);
        writer.WriteString("state", result.State);
        writer.WriteBoolean("joined", result.IsJoined);
        writer.WriteNumber("total", result.Total);
        writer.WriteNumber("successful", result.Successful);
        writer.WriteNumber("failed", result.Failed);
        writer.WriteString("message", result.Message);
        writer.WriteStartArray("failures");
        foreach (var failure in result.Failures)
        {
            writer.WriteStartObject();
            writer.WriteString("resource", failure.ResourceId);
            writer.WriteString("code", failure.Code);
            writer.WriteString("message", failure.Message);
            writer.WriteStartArray("deniedBy");
            foreach (var name in failure.DeniedBy) writer.WriteStringValue(name);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
