using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>Cuts a query into tokens. Comments (<c>// ...</c>) and white space are left out.</summary>
internal sealed class KqlLexer
{
    private static readonly ImmutableArray<string> TwoCharacterMarks = ["==", "!=", "=~", "!~", "<=", ">=", "<>", ".."];
    private const string OneCharacterMarks = "|(),[]{}.+-*/%<>=!~:;?";

    // A name that, with a parenthesis behind it, starts a literal such as datetime(2026-01-31).
    private static readonly ImmutableHashSet<string> LiteralTypes =
        ["bool", "boolean", "int", "long", "real", "double", "decimal", "datetime", "date", "timespan", "time", "guid"];

    private readonly string text;
    private int offset;
    private int line = 1;
    private int lineStart;

    private KqlLexer(string text) => this.text = text;

    private KqlPosition Here => new(line, offset - lineStart);

    /// <summary>All tokens, the end last.</summary>
    /// <exception cref="KqlErrorException">A literal does not end or is none, or a character has no meaning.</exception>
    public static ImmutableArray<KqlToken> Read(string text)
    {
        var lexer = new KqlLexer(text);
        var tokens = ImmutableArray.CreateBuilder<KqlToken>();
        lexer.SkipSpace();
        while (lexer.offset < text.Length)
        {
            tokens.Add(lexer.Next());
            lexer.SkipSpace();
        }

        tokens.Add(new KqlToken(KqlTokenKind.End, "<EOF>", lexer.Here, text.Length));
        return tokens.ToImmutable();
    }

    private void SkipSpace()
    {
        while (offset < text.Length)
        {
            if (text[offset] == '\n')
            {
                line++;
                lineStart = ++offset;
            }
            else if (char.IsWhiteSpace(text[offset]) || text[offset] == '\uFEFF')
            {
                offset++;
            }
            else if (string.CompareOrdinal(text, offset, "//", 0, 2) == 0)
            {
                while (offset < text.Length && text[offset] != '\n') offset++;
            }
            else
            {
                return;
            }
        }
    }

    private KqlToken Next()
    {
        var first = text[offset];
        if (TextLiteral.StartsAt(text, offset)) return TextToken();
        if (char.IsAsciiDigit(first)) return Number();
        if (char.IsAsciiLetter(first) || first is '_' or '$') return Word();
        if (offset + 1 < text.Length && TwoCharacterMarks.Contains(text.Substring(offset, 2))) return Take(KqlTokenKind.Mark, 2);
        if (OneCharacterMarks.Contains(first, StringComparison.Ordinal)) return Take(KqlTokenKind.Mark, 1);
        throw Failure(first.ToString(), null);
    }

    private KqlToken TextToken()
    {
        if (TextLiteral.Read(text, offset, out var length) is not { } content) throw Failure(text[offset..Math.Min(text.Length, offset + 20)], "a closing quote");
        var token = Take(KqlTokenKind.Literal, length, new KqlText(content), KqlType.Text);
        foreach (var index in Enumerable.Range(token.Offset, length).Where(index => text[index] == '\n'))
        {
            line++;
            lineStart = index + 1;
        }

        return token;
    }

    private KqlToken Word()
    {
        var end = offset + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
        var word = text[offset..end];
        var open = end;
        while (open < text.Length && text[open] == ' ') open++;
        return LiteralTypes.Contains(word) && open < text.Length && text[open] == '(' ? TypedLiteral(word, open) : Take(KqlTokenKind.Name, word.Length);
    }

    private KqlToken TypedLiteral(string typeName, int open)
    {
        var close = text.IndexOf(')', open);
        var type = KqlTypes.Find(typeName) ?? KqlType.Dynamic;
        if (close < 0) throw Failure(text[offset..Math.Min(text.Length, offset + 20)], "')'");
        var content = text[(open + 1)..close].Trim().Trim('"', '\'');
        var value = content == "null" ? KqlNull.Instance : KqlConvert.To(type, new KqlText(content));
        if (value is KqlNull && content != "null") throw Failure(text[offset..(close + 1)], $"a {typeName} literal");
        return Take(KqlTokenKind.Literal, close + 1 - offset, value, type);
    }

    private KqlToken Number()
    {
        var (length, value, type) = NumberLiteral.Read(text, offset);
        return value is null ? throw Failure(text.Substring(offset, length), "a number") : Take(KqlTokenKind.Literal, length, value, type);
    }

    private KqlToken Take(KqlTokenKind kind, int length, KqlValue? value = null, KqlType type = KqlType.Dynamic)
    {
        var token = new KqlToken(kind, text.Substring(offset, length), Here, offset, value, type);
        offset += length;
        return token;
    }

    private KqlErrorException Failure(string token, string? expected) =>
        new(new KqlError(KqlError.ParserFailure, string.Create(CultureInfo.InvariantCulture, $"'{token}' is not expected{(expected is null ? "" : $"; expected is {expected}")}."), Here, token, expected));
}
