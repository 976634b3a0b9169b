using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Cli.Batch;
using Plumbline.Cli.Testing;
using Plumbline.Testing.Running;

namespace Plumbline.Cli.Rendering;

/// <summary>The results of tests as JSON.</summary>
internal static class TestResultJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>The document: counts, then files with their tests.</summary>
    public static string Of(TestRun run)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteNumber("passed"u8, run.Files.Sum(file => file.Passed));
            writer.WriteNumber("failed"u8, run.Files.Sum(file => file.Failed));
            writer.WriteStartArray("files"u8);
            foreach (var file in run.Files) Write(writer, file);
            writer.WriteEndArray();
            if (!run.Coverage.IsEmpty) CoverageJson.WriteProperty(writer, run.Coverage);
            if (!run.Mutation.IsEmpty) MutationJson.WriteProperty(writer, run.Mutation);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, TestFileResult file)
    {
        writer.WriteStartObject();
        writer.WriteString("file"u8, file.File.Name);
        writer.WriteString("policy"u8, file.Subject?.Name);
        writer.WriteNumber("passed"u8, file.Passed);
        writer.WriteNumber("failed"u8, file.Failed);
        writer.WriteStartArray("tests"u8);
        foreach (var result in file.Results) Write(writer, result);
        writer.WriteEndArray();
        if (!file.Problems.IsEmpty) DiagnosticJson.WriteProperty(writer, file.Problems);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TestResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, result.Test.Name);
        if (result.Test.Location.Span is { } span) writer.WriteNumber("line"u8, span.Line);
        writer.WriteString("outcome"u8, result.Outcome.ToString());
        writer.WriteString("compliance"u8, result.Verdict?.Compliance);
        writer.WriteString("effect"u8, result.Verdict?.Effect);
        writer.WriteStartArray("mismatches"u8);
        foreach (var mismatch in result.Mismatches)
        {
            writer.WriteStartObject();
            writer.WriteString("what"u8, mismatch.What);
            writer.WriteString("expected"u8, mismatch.Expected);
            writer.WriteString("actual"u8, mismatch.Actual);
            if (mismatch.Location.Span is { } at) writer.WriteNumber("line"u8, at.Line);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (!result.Problems.IsEmpty) DiagnosticJson.WriteProperty(writer, result.Problems);
        writer.WriteEndObject();
    }
}
