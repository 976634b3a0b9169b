using System.Globalization;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Reporting.Writers;

/// <summary>The values that stand in several places of the JSON report.</summary>
internal static class JsonParts
{
    public static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }

    public static void WriteCounts(Utf8JsonWriter json, string name, StateCounts counts)
    {
        json.WriteStartObject(name);
        json.WriteNumber("total", counts.Total);
        foreach (var state in ComplianceStates.WorstFirst)
            json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(state.ToString()), counts[state]);
        json.WriteEndObject();
    }

    public static void WriteScores(Utf8JsonWriter json, StateCounts resources)
    {
        WritePercentage(json, "azure", resources.Azure, Formulas.Azure);
        WritePercentage(json, "strict", resources.Strict, Formulas.Strict);
    }

    public static void WritePercentage(Utf8JsonWriter json, string name, Percentage percentage, string formula)
    {
        json.WriteStartObject(name);
        if (percentage.Value is { } value) json.WriteNumber("percent", value);
        else json.WriteNull("percent");
        json.WriteNumber("numerator", percentage.Part);
        json.WriteNumber("denominator", percentage.Whole);
        json.WriteString("formula", formula);
        json.WriteEndObject();
    }

    public static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(diagnostic.Severity.ToString()));
        json.WriteString("message", diagnostic.Message);
        json.WriteString("help", diagnostic.Help);
        json.WriteEndObject();
    }

    /// <summary>ISO 8601 in UTC to the second.</summary>
    public static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
