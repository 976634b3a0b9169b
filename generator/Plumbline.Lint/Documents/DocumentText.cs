using Newtonsoft.Json.Linq;
using Plumbline.Policy.Json;

namespace Plumbline.Lint.Documents;

/// <summary>The text of a document, and where its tokens stand in it.</summary>
internal sealed class DocumentText
{
    private readonly List<int> lines = [0];

    public DocumentText(string text)
    {
        Text = text;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n') lines.Add(at + 1);
        }

        // Columns do not count a byte order mark.
        if (text.StartsWith('\uFEFF')) lines[0] = 1;
    }

    public string Text { get; }

    /// <summary>From where to where a token goes: the key of a property alone, an object or array with its brackets. Null for what did not come from the text.</summary>
    public Range? RangeOf(JToken token)
    {
        if (PositionedJson.SpanOf(token) is not { } span || span.Line > lines.Count) return null;
        var start = lines[span.Line - 1] + span.Column - 1;
        return token is JObject or JArray ? start..EndOfContainer(start) : start..(start + span.Length);
    }

    /// <summary>The first place from <paramref name="at"/> on that is neither blank nor part of a comment.</summary>
    public int SkipBlanks(int at)
    {
        while (at < Text.Length)
        {
            var next = char.IsWhiteSpace(Text[at]) ? at + 1 : EndOfComment(at);
            if (next == at) break;
            at = next;
        }

        return at;
    }

    // INVARIANT: the text was read without an error, so every bracket and every quote has its partner.
    private int EndOfContainer(int start)
    {
        var depth = 0;
        for (var at = start; at < Text.Length;)
        {
            var (character, next) = (Text[at], Next(at));
            if (character is '{' or '[') depth++;
            if (character is '}' or ']' && --depth == 0) return next;
            at = next;
        }

        return Text.Length;
    }

    private int Next(int at) => Text[at] switch
    {
        '"' => EndOfText(at),
        '/' => Math.Max(EndOfComment(at), at + 1),
        _ => at + 1,
    };

    private int EndOfText(int at)
    {
        for (at++; at < Text.Length && Text[at] != '"'; at++)
        {
            if (Text[at] == '\\') at++;
        }

        return at + 1;
    }

    private int EndOfComment(int at)
    {
        if (Text[at] != '/' || at + 1 == Text.Length) return at;
        var (mark, length) = Text[at + 1] switch { '/' => ("\n", 1), '*' => ("*/", 2), _ => ("", 0) };
        if (length == 0) return at;
        var end = Text.IndexOf(mark, at + 2, StringComparison.Ordinal);
        return end < 0 ? Text.Length : end + length;
    }
}
