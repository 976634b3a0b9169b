using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Lint.Framework;

namespace Plumbline.Cli.Linting;

/// <summary>Findings as JSON.</summary>
internal static class LintJson
{
    /// <summary>The value of the document's <c>schema</c> property.</summary>
    public const string Schema = "plumbline.lint/v1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document: every finding, those that are suppressed with their reason.</summary>
    public static string Of(ImmutableArray<LintedFile> files)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteNumber("files", files.Length);
            json.WriteStartArray("findings");
            foreach (var finding in files.SelectMany(file => file.Result.Findings)) Write(json, finding, isWithFile: true);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>Writes a finding.</summary>
    public static void Write(Utf8JsonWriter json, LintFinding finding, bool isWithFile)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", LintText.Name(finding.Severity));
        if (isWithFile) json.WriteString("file", finding.Location.File);
        json.WriteNumber("line", finding.Location.Span?.Line ?? 1);
        json.WriteNumber("column", finding.Location.Span?.Column ?? 1);
        json.WriteString("path", finding.Location.Path ?? "$");
        json.WriteString("message", finding.Message);
        if (finding.Help is { } help) json.WriteString("help", help);
        if (finding.Suppression is { } reason) json.WriteString("suppression", reason);
        json.WriteEndObject();
    }
}
