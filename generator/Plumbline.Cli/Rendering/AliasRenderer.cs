using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Policy.Aliases;

namespace Plumbline.Cli.Rendering;

/// <summary>Prints aliases as a table or as JSON. Lines are never broken: they are for grep and for programs.</summary>
internal static class AliasRenderer
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Prints name, path and whether the alias is published or derived.</summary>
    public static void Print(CliConsole console, IReadOnlyList<Alias> aliases, bool asJson)
    {
        var output = console.Out.Profile.Out.Writer;
        if (asJson)
        {
            output.Write(Json(aliases) + "\n");
            return;
        }

        var (name, path) = (Width(aliases, alias => alias.Name), Width(aliases, alias => alias.Path));
        foreach (var alias in aliases)
            output.Write($"{TerminalText.Encode(alias.Name).PadRight(name)}  {TerminalText.Encode(alias.Path).PadRight(path)}  {(alias.IsDerived ? "derived" : "published")}\n");
    }

    private static int Width(IReadOnlyList<Alias> aliases, Func<Alias, string> text) => aliases.Count == 0 ? 0 : aliases.Max(alias => text(alias).Length);

    private static string Json(IReadOnlyList<Alias> aliases)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartArray();
            foreach (var alias in aliases) Write(writer, alias);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Alias alias)
    {
        writer.WriteStartObject();
        writer.WriteString("name", alias.Name);
        writer.WriteString("path", alias.Path);
        writer.WriteBoolean("derived", alias.IsDerived);
        if (alias.IsModifiable is { } isModifiable) writer.WriteBoolean("modifiable", isModifiable);
        if (alias.ValueType is { } type) writer.WriteString("type", type);
        WriteTexts(writer, "otherPaths", alias.OtherPaths);
        if (!alias.VersionPaths.IsEmpty) WriteVersions(writer, alias);
        writer.WriteEndObject();
    }

    private static void WriteVersions(Utf8JsonWriter writer, Alias alias)
    {
        writer.WriteStartArray("versionPaths");
        foreach (var version in alias.VersionPaths)
        {
            writer.WriteStartObject();
            writer.WriteString("path", version.Path);
            WriteTexts(writer, "apiVersions", version.ApiVersions);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
