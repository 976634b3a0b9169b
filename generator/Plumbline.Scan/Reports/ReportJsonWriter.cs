using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Evaluation;
using Plumbline.Scan.Findings;

namespace Plumbline.Scan.Reports;

/// <summary>Writes a report as JSON of the schema <c>generator/docs/schemas/scan-result.schema.json</c>: what programs read, and what shards are merged from.</summary>
public static class ReportJsonWriter
{
    /// <summary>The version of the schema; a change that breaks readers gives the first number one more.</summary>
    public const string SchemaVersion = "1.0";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report; UTF-8, LF, a final newline.</summary>
    public static void Write(ScanReport report, Stream output)
    {
        ImmutableArray<FindingPolicy> policies = [.. report.Findings.Concat(report.Known.Select(known => known.Finding)).Select(finding => finding.Policy).Distinct(PolicyComparer.Instance)];
        var places = policies.Select((policy, index) => (policy, index)).ToDictionary(pair => pair.policy, pair => pair.index, PolicyComparer.Instance);
        using (var json = new Utf8JsonWriter(output, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion"u8, SchemaVersion);
            json.WriteString("command"u8, "scan");
            json.WriteString("tool"u8, report.ToolVersion);
            if (report.Shard is { } shard) WriteShard(json, shard);
            Array(json, "inputs", report.Inputs, WriteInput);
            json.WriteNumber("policyCount"u8, report.Policies);
            WriteTotals(json, report.Totals);
            json.WriteNumber("omittedFindings"u8, report.Omitted);
            Array(json, "policies", policies, WritePolicy);
            Array(json, "findings", report.Findings, (writer, finding) => WriteFinding(writer, finding, places[finding.Policy], null));
            Array(json, "known", report.Known, (writer, known) => WriteFinding(writer, known.Finding, places[known.Finding.Policy], known));
            Array(json, "diagnostics", report.Diagnostics, WriteDiagnostic);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Array<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteShard(Utf8JsonWriter json, ScanShard shard)
    {
        json.WriteStartObject("shard"u8);
        json.WriteNumber("number"u8, shard.Number);
        json.WriteNumber("count"u8, shard.Count);
        json.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter json, ReportedInput input)
    {
        json.WriteString("path"u8, input.Path);
        json.WriteString("kind"u8, input.Kind.ToString());
        json.WriteNumber("resources"u8, input.Resources);
    }

    private static void WriteTotals(Utf8JsonWriter json, ScanTotals totals)
    {
        json.WriteStartObject("totals"u8);
        json.WriteNumber("resources"u8, totals.Resources);
        json.WriteNumber("unreached"u8, totals.Unreached);
        json.WriteNumber("compliant"u8, totals.Compliant);
        json.WriteNumber("nonCompliant"u8, totals.NonCompliant);
        json.WriteNumber("errors"u8, totals.Errors);
        json.WriteNumber("unknown"u8, totals.Unknown);
        json.WriteNumber("manual"u8, totals.Manual);
        json.WriteNumber("protected"u8, totals.Protected);
        json.WriteEndObject();
    }

    private static void WritePolicy(Utf8JsonWriter json, FindingPolicy policy)
    {
        json.WriteString("definition"u8, policy.DefinitionId);
        json.WriteString("displayName"u8, policy.DisplayName);
        json.WriteString("description"u8, policy.Description);
        json.WriteString("initiative"u8, policy.SetName);
        json.WriteString("reference"u8, policy.ReferenceId);
        json.WriteStartArray("groups"u8);
        foreach (var group in policy.Groups) json.WriteStringValue(group);
        json.WriteEndArray();
        json.WriteString("severity"u8, policy.Severity);
        json.WriteString("advice"u8, policy.Advice);
    }

    private static void WriteFinding(Utf8JsonWriter json, ScanFinding finding, int policy, KnownFinding? known)
    {
        json.WriteString("state"u8, finding.State.ToString());
        json.WriteNumber("policy"u8, policy);
        json.WriteString("rule"u8, finding.Policy.RuleId);
        json.WriteString("resource"u8, finding.ResourceId);
        json.WriteString("type"u8, finding.ResourceType);
        json.WriteString("effect"u8, finding.Effect);
        json.WriteString("message"u8, finding.Message);
        WriteLocation(json, finding.Location);
        if (!finding.Changes.IsEmpty) Array(json, "changes", finding.Changes, WriteChange);
        if (!finding.Deployments.IsEmpty)
        {
            json.WriteStartArray("deployments"u8);
            foreach (var deployment in finding.Deployments) json.WriteStringValue(deployment);
            json.WriteEndArray();
        }

        if (known is null) return;
        json.WriteString("owner"u8, known.Owner);
        json.WriteString("until"u8, known.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static void WriteChange(Utf8JsonWriter json, PropertyChange change)
    {
        json.WriteString("path"u8, change.Path);
        json.WriteString("before"u8, change.Before);
        json.WriteString("after"u8, change.After);
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteString("code"u8, diagnostic.Code);
        json.WriteString("severity"u8, diagnostic.Severity.ToString());
        json.WriteString("message"u8, diagnostic.Message);
        json.WriteString("help"u8, diagnostic.Help);
        WriteLocation(json, diagnostic.Location);
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceLocation location)
    {
        json.WriteString("file"u8, location.File);
        if (location.Span is { } span)
        {
            json.WriteNumber("line"u8, span.Line);
            json.WriteNumber("column"u8, span.Column);
        }

        if (location.Path is { } path) json.WriteString("path"u8, path);
    }
}
