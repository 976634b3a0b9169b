using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Batch;

/// <summary>Writes diagnostics as every JSON output of the program has them.</summary>
internal static class DiagnosticJson
{
    /// <summary>The property <c>diagnostics</c>: an array of <c>{code, severity, message, help?, line, column, length, path}</c>.</summary>
    public static void WriteProperty(Utf8JsonWriter output, ImmutableArray<Diagnostic> diagnostics)
    {
        output.WriteStartArray("diagnostics"u8);
        foreach (var diagnostic in diagnostics) Write(output, diagnostic);
        output.WriteEndArray();
    }

    /// <summary>One diagnostic. Lines and columns count from 1, columns and lengths in UTF-16 units; they are null when the place is not known.</summary>
    public static void Write(Utf8JsonWriter output, Diagnostic diagnostic)
    {
        output.WriteStartObject();
        output.WriteString("code"u8, diagnostic.Code);
        output.WriteString("severity"u8, NameOf(diagnostic.Severity));
        output.WriteString("message"u8, diagnostic.Message);
        if (diagnostic.Help is { } help) output.WriteString("help"u8, help);
        WriteNumber(output, "line", diagnostic.Location.Span?.Line);
        WriteNumber(output, "column", diagnostic.Location.Span?.Column);
        WriteNumber(output, "length", diagnostic.Location.Span?.Length);
        output.WriteString("path"u8, diagnostic.Location.Path);
        output.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter output, string name, int? value)
    {
        if (value is { } number) output.WriteNumber(name, number);
        else output.WriteNull(name);
    }

    private static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
