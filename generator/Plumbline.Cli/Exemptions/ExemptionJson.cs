using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plumbline.Cli.Exemptions;

/// <summary>Writes the exemptions of an environment as JSON.</summary>
internal static class ExemptionJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document, <c>plumbline.exemptions/v1</c>.</summary>
    public static string Write(string environment, ImmutableArray<ExemptionAge> ages)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", "plumbline.exemptions/v1");
            writer.WriteString("environment", environment);
            writer.WriteStartArray("exemptions");
            foreach (var age in ages) Write(writer, age);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, ExemptionAge age)
    {
        var exemption = age.Exemption;
        writer.WriteStartObject();
        writer.WriteString("name", exemption.Name);
        writer.WriteString("state", age.State);
        writer.WriteNumber("days", age.Days);
        writer.WriteString("expiresOn", exemption.ExpiresOn.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        writer.WriteString("kind", exemption.Target.Kind.ToString().ToLowerInvariant());
        writer.WriteString("target", exemption.Target.Name);
        List(writer, "referenceIds", exemption.ReferenceIds);
        List(writer, "scopes", exemption.Scopes);
        writer.WriteString("category", exemption.Category);
        writer.WriteString("owner", exemption.Owner);
        writer.WriteString("ticket", exemption.Ticket);
        writer.WriteString("file", exemption.At.File);
        if (exemption.At.Span is { } span) writer.WriteNumber("line", span.Line);
        writer.WriteEndObject();
    }

    private static void List(Utf8JsonWriter writer, string name, ImmutableArray<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
