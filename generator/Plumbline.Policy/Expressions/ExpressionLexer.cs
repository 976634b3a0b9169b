using System.Text;

namespace Plumbline.Policy.Expressions;

/// <summary>Cuts an expression into tokens.</summary>
internal sealed class ExpressionLexer(string text)
{
    private int position;

    public ExpressionToken Next()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        if (position == text.Length) return new(ExpressionTokenKind.End, "the end", position, 0);
        return text[position] switch
        {
            '\'' => ReadText(),
            '"' => Take(ExpressionTokenKind.Invalid, 1, "texts stand in single quotes"),
            '(' or ')' or '[' or ']' or '.' or ',' => Take(ExpressionTokenKind.Punctuation, 1),
            '-' or (>= '0' and <= '9') => ReadInteger(),
            var character when IsNameStart(character) => Take(ExpressionTokenKind.Identifier, RunLength(position, IsNamePart)),
            _ => ReadForeign(),
        };
    }

    private ExpressionToken ReadText()
    {
        var end = position + 1;
        while (end < text.Length)
        {
            var isQuote = text[end] == '\'';
            if (isQuote && (end + 1 == text.Length || text[end + 1] != '\''))
            {
                var value = text[(position + 1)..end].Replace("''", "'", StringComparison.Ordinal);
                return Take(ExpressionTokenKind.Text, end + 1 - position, value);
            }

            end += isQuote ? 2 : 1;
        }

        return Take(ExpressionTokenKind.Invalid, text.Length - position, "a text has no closing quote");
    }

    private ExpressionToken ReadInteger()
    {
        var sign = text[position] == '-' ? 1 : 0;
        var length = sign + RunLength(position + sign, char.IsAsciiDigit);
        if (length == sign) return Take(ExpressionTokenKind.Invalid, 1, "'-' stands only before a number; there are no operators, write sub()");
        var next = position + length;
        var isFloat = next + 1 < text.Length && text[next] == '.' && char.IsAsciiDigit(text[next + 1]);
        return isFloat
            ? Take(ExpressionTokenKind.Invalid, length + 1 + RunLength(next + 1, char.IsAsciiDigit), "a number with a fraction is not allowed, write float('...')")
            : Take(ExpressionTokenKind.Integer, length);
    }

    // Half of a surrogate pair is shown by its number: it is no text that could be written.
    private ExpressionToken ReadForeign()
    {
        var isWhole = Rune.TryGetRuneAt(text, position, out var character) && !Rune.IsControl(character);
        var shown = isWhole ? $"'{character}'" : $"U+{(int)text[position]:X4}";
        return Take(ExpressionTokenKind.Invalid, isWhole ? character.Utf16SequenceLength : 1, $"{shown} is not part of the expression language");
    }

    private int RunLength(int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < text.Length && belongs(text[end])) end++;
        return end - start;
    }

    private ExpressionToken Take(ExpressionTokenKind kind, int length, string? value = null)
    {
        var token = new ExpressionToken(kind, value ?? text.Substring(position, length), position, length);
        position += length;
        return token;
    }

    private static bool IsNameStart(char character) => char.IsLetter(character) || character is '_' or '$';

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character is '_' or '$';
}
