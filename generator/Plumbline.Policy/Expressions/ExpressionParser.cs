using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Expressions;

/// <summary>Reads template expressions by the syntax of ARM: calls, texts in single quotes, integers, <c>.name</c> and <c>[index]</c> after a call.</summary>
public sealed class ExpressionParser
{
    // Azure's limits for expressions in a policy rule.
    private const int MaximumLength = 81_920;
    private const int MaximumNesting = 64;

    private readonly ExpressionLexer lexer;
    private readonly bool allowsNamespaces;
    private ExpressionToken token;
    private ExpressionParseResult? error;
    private int nesting;

    private ExpressionParser(string text, bool allowsNamespaces)
    {
        lexer = new ExpressionLexer(text);
        this.allowsNamespaces = allowsNamespaces;
    }

    /// <summary>Reads a text for which <see cref="TemplateText.IsExpression"/> holds, brackets included.</summary>
    public static ExpressionParseResult Parse(string text) => Parse(text, allowsNamespaces: false);

    /// <summary>Reads an expression of a deployment template, which may call functions of its own: <c>contoso.nameOf('x')</c>.</summary>
    public static ExpressionParseResult ParseTemplate(string text) => Parse(text, allowsNamespaces: true);

    private static ExpressionParseResult Parse(string text, bool allowsNamespaces) =>
        text.Length > MaximumLength
            ? new(null, $"it is longer than {MaximumLength} characters, the limit of Azure Policy", 0, text.Length)
            : new ExpressionParser(text, allowsNamespaces).ParseWhole();

    private ExpressionParseResult ParseWhole()
    {
        Advance();
        Expect('[');
        var value = ParseOperand();
        Expect(']');
        if (error is null && token.Kind != ExpressionTokenKind.End) Fail("nothing may follow");
        return error ?? new(value);
    }

    private Expression? ParseOperand()
    {
        if (error is not null) return null;
        return token.Kind switch
        {
            ExpressionTokenKind.Text => Literal(new TextValue(token.Text)),
            ExpressionTokenKind.Integer => ParseInteger(),
            ExpressionTokenKind.Identifier => ParseNestedCall(),
            _ => Fail("a function call, a text or an integer is expected"),
        };
    }

    // Calls are what nests: a literal is no level of its own.
    private Expression? ParseNestedCall()
    {
        if (++nesting > MaximumNesting) return Fail($"calls are nested deeper than {MaximumNesting} levels, the limit of Azure Policy");
        var call = ParseCall();
        nesting--;
        return call;
    }

    private LiteralExpression Literal(PolicyValue value)
    {
        var start = token;
        Advance();
        return new LiteralExpression(value, start.Start, start.Length);
    }

    private Expression? ParseInteger() =>
        long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? Literal(new IntegerValue(value))
            : Fail("the number does not fit 64 bits");

    private Expression? ParseCall()
    {
        var name = token;
        Advance();
        if (allowsNamespaces && token.Is('.')) name = MemberOf(name);
        if (!token.Is('('))
            return Fail(name.Text.ToUpperInvariant() is "TRUE" or "FALSE" or "NULL" ? $"'{name.Text}' is a function, write {name.Text}()" : $"'(' is expected after '{Shortened(name.Text)}'", name);
        Advance();
        var arguments = ParseArguments();
        var end = token.End;
        Expect(')');
        return error is null ? ParseAccesses(new CallExpression(name.Text, arguments, name.Start, end - name.Start)) : null;
    }

    private ExpressionToken MemberOf(ExpressionToken space)
    {
        Advance();
        var member = token;
        if (member.Kind != ExpressionTokenKind.Identifier) return space;
        Advance();
        return space with { Text = $"{space.Text}.{member.Text}", Length = member.End - space.Start };
    }

    private ImmutableArray<Expression> ParseArguments()
    {
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        if (token.Is(')')) return [];
        while (ParseOperand() is { } argument)
        {
            arguments.Add(argument);
            if (!token.Is(',')) break;
            Advance();
        }

        return arguments.ToImmutable();
    }

    private Expression? ParseAccesses(Expression target)
    {
        var result = target;
        for (var depth = 0; error is null && (token.Is('.') || token.Is('[')); depth++)
        {
            if (depth == MaximumNesting) return Fail($"more than {MaximumNesting} properties are chained, the limit of Azure Policy");
            var isName = token.Is('.');
            Advance();
            var key = isName ? ParseName() : ParseOperand();
            var end = isName ? key?.Start + key?.Length : token.End;
            if (!isName) Expect(']');
            if (key is null || end is null) return null;
            result = new AccessExpression(result, key, target.Start, end.Value - target.Start);
        }

        return error is null ? result : null;
    }

    private Expression? ParseName() =>
        token.Kind == ExpressionTokenKind.Identifier ? Literal(new TextValue(token.Text)) : Fail("a property name is expected after '.'");

    private void Expect(char punctuation)
    {
        if (error is not null) return;
        if (token.Is(punctuation)) Advance();
        else Fail($"'{punctuation}' is expected");
    }

    private static string Shortened(string name) => name.Length <= 40 ? name : string.Concat(name.AsSpan(0, 37), "...");

    private void Advance() => token = lexer.Next();

    private Expression? Fail(string reason) => Fail(reason, token);

    private Expression? Fail(string reason, ExpressionToken at)
    {
        error ??= at.Kind == ExpressionTokenKind.Invalid
            ? new(null, at.Text, at.Start, at.Length)
            : new(null, reason, at.Start, at.Length);
        return null;
    }
}
