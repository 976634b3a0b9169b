using System.Collections.Immutable;

namespace Plumbline.Scan.Bicep;

/// <summary>Splits a Bicep file into tokens: as much of the language as is needed to find declarations and their properties. Whatever the text is, there is a list.</summary>
internal sealed class BicepLexer
{
    private readonly string text;
    private readonly ImmutableArray<BicepToken>.Builder tokens = ImmutableArray.CreateBuilder<BicepToken>();
    private int at;
    private int line = 1;
    private int lineStart;

    private BicepLexer(string text) => this.text = text;

    /// <summary>The tokens, without comments, with <see cref="BicepTokenKind.End"/> as the last one.</summary>
    public static ImmutableArray<BicepToken> Read(string text)
    {
        var lexer = new BicepLexer(text);
        while (lexer.at < text.Length) lexer.Next();
        lexer.Add(BicepTokenKind.End, "", lexer.at);
        return lexer.tokens.ToImmutable();
    }

    private void Next()
    {
        var start = at;
        if (text[at] == '\n') NewLine();
        else if (char.IsWhiteSpace(text[at])) at++;
        else if (StartsWith("//")) SkipTo("\n", isPart: false);
        else if (StartsWith("/*")) SkipTo("*/", isPart: true);
        else if (StartsWith("'''")) MultiLine();
        else if (text[at] == '\'') String();
        else if (IsWord(text[at])) Word(start);
        else Add(BicepTokenKind.Mark, text[at++].ToString(), start);
    }

    private void Word(int start)
    {
        while (at < text.Length && IsWord(text[at])) at++;
        Add(BicepTokenKind.Word, text[start..at], start);
    }

    private void MultiLine()
    {
        var (start, startLine, startColumn) = (at, line, at - lineStart + 1);
        at += 3;
        SkipTo("'''", isPart: true);
        while (at < text.Length && text[at] == '\'') at++;
        tokens.Add(new(BicepTokenKind.Text, text[Math.Min(start + 3, at)..Math.Max(Math.Min(start + 3, at), at - 3)], startLine, startColumn));
    }

    // An interpolation may hold strings of its own; a string ends with its line at the latest.
    private void String()
    {
        var start = at++;
        var holes = 0;
        while (at < text.Length && text[at] != '\n')
        {
            if (text[at] == '\\' && holes == 0) at++;
            else if (StartsWith("${") && ++holes > 0) at++;
            else if (text[at] == '{' && holes > 0) holes++;
            else if (text[at] == '}' && holes > 0) holes--;
            else if (text[at] == '\'' && holes > 0) SkipInner();
            else if (text[at] == '\'') break;
            at++;
        }

        at = Math.Min(at, text.Length);
        Add(BicepTokenKind.Text, text[(start + 1)..Math.Max(start + 1, at)], start);
        if (at < text.Length && text[at] == '\'') at++;
    }

    private void SkipInner()
    {
        at++;
        while (at < text.Length && text[at] is not ('\'' or '\n')) at += text[at] == '\\' ? 2 : 1;
        if (at < text.Length && text[at] == '\n') at--;
    }

    private void SkipTo(string mark, bool isPart)
    {
        var end = text.IndexOf(mark, at, StringComparison.Ordinal);
        var stop = end < 0 ? text.Length : end + (isPart ? mark.Length : 0);
        for (; at < stop; at++)
        {
            if (text[at] == '\n') StartLine();
        }
    }

    private void NewLine()
    {
        Add(BicepTokenKind.NewLine, "", at);
        StartLine();
        at++;
    }

    private void StartLine()
    {
        line++;
        lineStart = at + 1;
    }

    private void Add(BicepTokenKind kind, string value, int start) => tokens.Add(new(kind, value, line, start - lineStart + 1));

    private bool StartsWith(string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
