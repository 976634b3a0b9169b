using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Lint.Findings;

namespace Plumbline.Cli.Linting;

/// <summary>Findings for programs.</summary>
internal static class LintJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole of a run: <c>{ files, suppressed, findings }</c>, suppressed findings with the reason.</summary>
    public static string Of(ImmutableArray<LintResult> results)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("files", results.Length);
            json.WriteNumber("suppressed", results.Sum(result => result.Findings.Count(finding => finding.Suppression is not null)));
            json.WriteStartArray("findings");
            foreach (var finding in results.SelectMany(result => result.Findings)) Write(json, finding, isOfBatch: false);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>One finding: <c>{ file, rule, severity, line, column, path, message, help, suppression? }</c>; in a batch without the file. Lines and columns count from 1 and are null for a finding on the whole document.</summary>
    public static void Write(Utf8JsonWriter json, LintFinding finding, bool isOfBatch)
    {
        json.WriteStartObject();
        if (!isOfBatch) json.WriteString("file", finding.Location.File);
        json.WriteString("rule", finding.RuleId);
        json.WriteString("severity", SeverityNames.Of(finding.Severity));
        WriteNumber(json, "line", finding.Location.Span?.Line);
        WriteNumber(json, "column", finding.Location.Span?.Column);
        json.WriteString("path", finding.Location.Path);
        json.WriteString("message", finding.Message);
        if (finding.Help is { } help) json.WriteString("help", help);
        if (finding.Suppression is { } reason) json.WriteString("suppression", reason);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
