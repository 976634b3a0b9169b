using System.Collections.Immutable;
using Plumbline.Generation.Yaml;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Documents;

/// <summary>Rewrites expected reasons in the text of a test file. Comments, order and everything else stay byte for byte.</summary>
public static class ReasonUpdate
{
    /// <summary>The text with other reasons.</summary>
    /// <param name="source">The test file.</param>
    /// <param name="updates">Expectations with a <c>reason</c>, and the deciding conditions to write there; none removes nothing.</param>
    public static string Apply(SourceText source, IEnumerable<(Expectation Expect, ImmutableArray<string> Reasons)> updates)
    {
        var text = source.Text;
        var starts = LineStarts(text);
        foreach (var (expect, reasons) in updates.OrderByDescending(update => update.Expect.LocationOf("reason").Span?.Line).ThenByDescending(update => update.Expect.LocationOf("reason").Span?.Column))
        {
            if (reasons.IsEmpty || expect.Source is not YamlMapping mapping || mapping.Entry("reason") is not { Value.Location.Span: { } at } entry) continue;
            var start = starts[at.Line - 1] + at.Column - 1;
            var end = End(text, starts, entry.Value, start);
            text = string.Concat(text.AsSpan(0, start), Written(reasons), text.AsSpan(end));
        }

        return text;
    }

    // JSON texts are YAML texts; a list in brackets fits whatever is around it.
    private static string Written(ImmutableArray<string> reasons) => reasons.Length == 1
        ? Quoted(reasons[0])
        : $"[{string.Join(", ", reasons.Select(Quoted))}]";

    private static string Quoted(string reason) => reason.Contains('\'', StringComparison.Ordinal) || reason.Any(char.IsControl)
        ? PolicyValueWriter.ToCompactJson(new TextValue(reason))
        : $"'{reason}'";

    private static int End(string text, List<int> starts, YamlNode node, int start)
    {
        if (node is YamlSequence list)
        {
            var last = list.Items.IsEmpty ? start : list.Items.Max(item => End(text, starts, item, Offset(starts, item)));
            return text[start] == '[' ? text.IndexOf(']', last) + 1 : last;
        }

        return node.Location.Span is { Length: > 0 } span ? Offset(starts, node) + span.Length : EndOfScalar(text, start);
    }

    // A scalar over several lines: a quoted one ends with its quote, any other before a line that is not indented deeper than its key.
    private static int EndOfScalar(string text, int start)
    {
        if (text[start] is '\'' or '"') return QuoteEnd(text, start);
        var line = text.LastIndexOf('\n', Math.Max(start - 1, 0)) + 1;
        var indent = Indent(text, line);
        var end = LineEnd(text, start);
        while (end < text.Length && (IsBlank(text, end + 1) || Indent(text, end + 1) > indent)) end = LineEnd(text, end + 1);
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }

    private static int QuoteEnd(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[start] == '"' && text[i] == '\\') i++;
            else if (text[i] == text[start] && text[start] == '\'' && i + 1 < text.Length && text[i + 1] == '\'') i++;
            else if (text[i] == text[start]) return i + 1;
        }

        return text.Length;
    }

    private static int Indent(string text, int line)
    {
        var at = line;
        while (at < text.Length && text[at] is ' ' or '-') at++;
        return at - line;
    }

    private static bool IsBlank(string text, int line) => line < text.Length && string.IsNullOrWhiteSpace(text[line..LineEnd(text, line)]);

    private static int LineEnd(string text, int from) => from >= text.Length ? text.Length : text.IndexOf('\n', from) is var end && end < 0 ? text.Length : end;

    private static int Offset(List<int> starts, YamlNode node) => node.Location.Span is { } span ? starts[span.Line - 1] + span.Column - 1 : 0;

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') starts.Add(i + 1);
        }

        return starts;
    }
}
