using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Reporting.Findings;

/// <summary>A finding as a <c>result</c>.</summary>
internal static class SarifResult
{
    public static void Write(Utf8JsonWriter json, Finding finding, ImmutableArray<FindingRule> rules)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        var index = rules.BinarySearch(new FindingRule(finding.RuleId, "", "", default), ById);
        if (index >= 0) json.WriteNumber("ruleIndex", index);
        json.WriteString("level", SarifRule.LevelName(finding.Level));
        json.WriteStartObject("message");
        json.WriteString("text", finding.Help is null ? finding.Message : $"{finding.Message}. {finding.Help}");
        json.WriteEndObject();
        WriteLocation(json, finding.Location);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("plumbline/v1", FingerprintOf(finding));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Comparer<FindingRule> ById { get; } = Comparer<FindingRule>.Create((left, right) => string.CompareOrdinal(left.Id, right.Id));

    // Code scanning refuses a whole file for one result without a place; a finding about the whole file is on its first line.
    private static void WriteLocation(Utf8JsonWriter json, SourceLocation location)
    {
        var span = location.Span ?? new TextSpan(1, 1);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(location.File));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(span.Line, 1));
        json.WriteNumber("startColumn", Math.Max(span.Column, 1));
        if (span.Length > 0) json.WriteNumber("endColumn", Math.Max(span.Column, 1) + span.Length);
        json.WriteEndObject();
        json.WriteEndObject();
        WriteLogical(json, location.Path);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLogical(Utf8JsonWriter json, string? path)
    {
        if (path is null) return;
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", path);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // A relative reference: each segment is encoded, so that a colon in the first does not make a scheme of it.
    private static string UriOf(string file) => string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private static string FingerprintOf(Finding finding) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.RuleId}\n{finding.Location.File}\n{finding.Identity}")).AsSpan(0, 16));
}
