using System.Text;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Editing;

/// <summary>Adds an exemption to a YAML file.</summary>
internal static class YamlExemptionEdit
{
    private const string Key = "exemptions";

    /// <summary>The text with the entry; null when the file has no list to add to.</summary>
    public static string? Add(SourceText source, ExemptionEntry entry)
    {
        var lines = new TextLines(source.Text);
        if (source.Text.Length == 0) return $"{Key}:\n{Item(entry, "  ", "\n")}";
        if (YamlReader.Read(source).Root is not YamlMapping root || root[Key] is not YamlSequence list) return null;

        var at = lines.OffsetOf(list.Location);
        if (at < source.Text.Length && source.Text[at] == '[') return ToFlow(source.Text, at, list, entry, lines.LineEnd);

        // The list is all the file has, so that its end is the end of the file.
        var indent = new string(' ', (list.Location.Span?.Column ?? 1) - 1);
        var separator = source.Text[^1] is '\n' or '\r' ? "" : lines.LineEnd;
        return $"{source.Text}{separator}{Item(entry, indent, lines.LineEnd)}";
    }

    private static string? ToFlow(string text, int at, YamlSequence list, ExemptionEntry entry, string lineEnd)
    {
        var end = FlowText.EndOf(text, at);
        if (end < 0) return null;
        if (list.Items.IsEmpty) return string.Concat(text.AsSpan(0, at).TrimEnd(' '), lineEnd, Item(entry, "  ", lineEnd).AsSpan().TrimEnd("\r\n"), text.AsSpan(end + 1));

        var last = text.AsSpan(0, end).TrimEnd().Length;
        return string.Concat(text.AsSpan(0, last), text[last - 1] == ',' ? " " : ", ", Flow(entry), text.AsSpan(last));
    }

    private static string Item(ExemptionEntry entry, string indent, string lineEnd)
    {
        var item = new StringBuilder();
        foreach (var (key, texts, isList) in entry.Values)
        {
            var mark = item.Length == 0 ? "- " : "  ";
            item.Append(indent).Append(mark).Append(key).Append(':');
            if (!isList) item.Append(' ').Append(YamlScalarText.Of(texts[0]));
            else foreach (var text in texts) item.Append(lineEnd).Append(indent).Append("    - ").Append(YamlScalarText.Of(text));
            item.Append(lineEnd);
        }

        return item.ToString();
    }

    private static string Flow(ExemptionEntry entry) =>
        $"{{ {string.Join(", ", entry.Values.Select(value => $"{value.Key}: {(value.IsList ? $"[{string.Join(", ", value.Texts.Select(YamlScalarText.Of))}]" : YamlScalarText.Of(value.Texts[0]))}"))} }}";
}
