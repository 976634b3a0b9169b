using System.Globalization;
using System.Text.Json;

namespace Plumbline.Reporting.Findings;

/// <summary>A rule as a <c>reportingDescriptor</c>.</summary>
internal static class SarifRule
{
    public static void Write(Utf8JsonWriter json, FindingRule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Id);
        WriteText(json, "shortDescription", rule.Title, markdown: null);
        WriteText(json, "fullDescription", rule.Description, markdown: null);
        if (rule.HelpUri is { } page) json.WriteString("helpUri", page);
        WriteText(json, "help", rule.Description, rule.HelpMarkdown);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelName(rule.Level));
        json.WriteEndObject();
        WriteProperties(json, rule);
        json.WriteEndObject();
    }

    public static string LevelName(FindingLevel level) => level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", _ => "note" };

    private static void WriteText(Utf8JsonWriter json, string name, string text, string? markdown)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        if (markdown is not null) json.WriteString("markdown", markdown);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, FindingRule rule)
    {
        json.WriteStartObject("properties");
        json.WriteString("precision", "very-high");
        if (rule.SecuritySeverity is { } severity) json.WriteString("security-severity", severity.ToString("0.0", CultureInfo.InvariantCulture));
        if (!rule.Tags.IsEmpty)
        {
            json.WriteStartArray("tags");
            foreach (var tag in rule.Tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) json.WriteStringValue(tag);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
