using System.Text.Encodings.Web;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Json;

namespace Plumbline.Cli.Editing;

/// <summary>Adds an exemption to a JSON file.</summary>
internal static class JsonExemptionEdit
{
    private const string Empty = "{\n  \"exemptions\": []\n}\n";

    /// <summary>The text with the entry; null when the file has no list to add to.</summary>
    public static string? Add(SourceText source, ExemptionEntry entry)
    {
        var text = source.Text.Length == 0 ? Empty : source.Text;
        if (PositionedJson.Parse(source with { Text = text }).Value?["exemptions"] is not JArray list || PositionedJson.SpanOf(list) is null) return null;

        var lines = new TextLines(text);
        var start = lines.OffsetOf(PositionedJson.LocationOf(source.File, list));
        var end = start < text.Length && text[start] == '[' ? FlowText.EndOf(text, start) : -1;
        if (end < 0) return null;

        var last = text.AsSpan(0, end).TrimEnd().Length;
        var outer = Indent(lines, text, start);
        var indent = list.Count == 0 ? outer + "  " : lines.IndentBefore(lines.OffsetOf(PositionedJson.LocationOf(source.File, list[0])));
        var separator = list.Count == 0 || text[last - 1] == ',' ? "" : ",";
        if (indent is null) return string.Concat(text.AsSpan(0, last), $"{separator} {Item(entry, null, "")}", text.AsSpan(last));
        var closing = list.Count == 0 ? $"{lines.LineEnd}{outer}" : "";
        return string.Concat(text.AsSpan(0, last), $"{separator}{lines.LineEnd}{indent}{Item(entry, indent, lines.LineEnd)}{closing}", text.AsSpan(list.Count == 0 ? end : last));
    }

    private static string Indent(TextLines lines, string text, int offset)
    {
        var line = text.AsSpan(lines.LineStart(offset));
        return line[..(line.Length - line.TrimStart(" \t").Length)].ToString();
    }

    private static string Item(ExemptionEntry entry, string? indent, string lineEnd)
    {
        var members = entry.Values.Select(value => $"{Text(value.Key)}: {(value.IsList ? $"[{string.Join(", ", value.Texts.Select(Text))}]" : Text(value.Texts[0]))}");
        return indent is null
            ? $"{{ {string.Join(", ", members)} }}"
            : $"{{{lineEnd}{string.Join($",{lineEnd}", members.Select(member => $"{indent}  {member}"))}{lineEnd}{indent}}}";
    }

    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
