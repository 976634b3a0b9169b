using System.Collections.Immutable;
using System.Text;

namespace Plumbline.Emulator.OData;

/// <summary>Cuts an OData expression into tokens.</summary>
internal static class ODataLexer
{
    private const string Marks = "(),/";

    /// <summary>The tokens, the last of which is the end; or null and what is wrong.</summary>
    public static ImmutableArray<ODataToken>? Read(string text, out string error)
    {
        error = string.Empty;
        var tokens = ImmutableArray.CreateBuilder<ODataToken>();
        var position = 0;
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
            if (position == text.Length) break;
            if (Next(text, position, out var length) is not { } token)
            {
                error = text[position] == '\''
                    ? $"the text that starts at position {position} has no closing quote"
                    : $"the character '{text[position]}' at position {position} is not expected";
                return null;
            }

            tokens.Add(token);
            position += length;
        }

        tokens.Add(new ODataToken(ODataTokenKind.End, "the end", text.Length));
        return tokens.ToImmutable();
    }

    private static ODataToken? Next(string text, int start, out int length)
    {
        length = 1;
        if (Marks.Contains(text[start], StringComparison.Ordinal)) return new(ODataTokenKind.Mark, text[start..(start + 1)], start);
        if (text[start] == '\'') return Quoted(text, start, out length);
        var end = start;
        while (end < text.Length && IsWordCharacter(text[end])) end++;
        length = end - start;
        return length == 0 ? null : new(ODataTokenKind.Word, text[start..end], start);
    }

    // A quote inside a text is written twice.
    private static ODataToken? Quoted(string text, int start, out int length)
    {
        var content = new StringBuilder();
        for (var index = start + 1; index < text.Length; index++)
        {
            var isQuote = text[index] == '\'';
            var isDoubled = isQuote && index + 1 < text.Length && text[index + 1] == '\'';
            if (isQuote && !isDoubled)
            {
                length = index + 1 - start;
                return new(ODataTokenKind.Text, content.ToString(), start);
            }

            if (isDoubled) index++;
            content.Append(text[index]);
        }

        length = 0;
        return null;
    }

    private static bool IsWordCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or '$' or '-' or '.' or ':' or '+' or '@';
}
