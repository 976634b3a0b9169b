using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Testing.Coverage;

namespace Plumbline.Cli.Rendering;

/// <summary>Coverage as JSON.</summary>
internal static class CoverageJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>A document of its own: <c>{"coverage": [...]}</c>.</summary>
    public static string Of(ImmutableArray<PolicyCoverage> policies)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            WriteProperty(writer, policies);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>The property <c>coverage</c>: a policy each, with the hits of its leaves, effects, values and existence branches.</summary>
    public static void WriteProperty(Utf8JsonWriter writer, ImmutableArray<PolicyCoverage> policies)
    {
        writer.WriteStartArray("coverage"u8);
        foreach (var policy in policies) Write(writer, policy);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, PolicyCoverage policy)
    {
        writer.WriteStartObject();
        writer.WriteString("policy"u8, policy.Tested.Name);
        writer.WriteString("file"u8, policy.Tested.Text.File);
        writer.WriteNumber("tests"u8, policy.Tests);
        writer.WriteNumber("covered"u8, policy.Covered);
        writer.WriteNumber("total"u8, policy.Total);
        writer.WriteNumber("percent"u8, policy.PerMille / 10m);
        writer.WriteStartArray("leaves"u8);
        foreach (var leaf in policy.Leaves) Write(writer, leaf);
        writer.WriteEndArray();
        Write(writer, "effects", policy.Effects);
        Write(writer, "values", policy.Values);
        Write(writer, "existence", policy.Existence);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LeafCoverage leaf)
    {
        writer.WriteStartObject();
        writer.WriteString("path"u8, leaf.Path);
        writer.WriteString("condition"u8, leaf.Text);
        if (leaf.Location.Span is { } span) writer.WriteNumber("line"u8, span.Line);
        Write(writer, "true", leaf.WhenTrue);
        Write(writer, "false", leaf.WhenFalse);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, DirectionCoverage direction)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("hits"u8, direction.Hits);
        if (direction.Unreachable is { } entry) writer.WriteString("unreachable"u8, entry.Reason);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<ValueCoverage> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, value.Name);
            writer.WriteString("value"u8, value.Value);
            writer.WriteNumber("hits"u8, value.Hits);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
