using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Scan.Bicep;

/// <summary>Finds declarations and the properties that are written out in them. A parser of the structure, not of expressions.</summary>
internal sealed class BicepParser(ImmutableArray<BicepToken> tokens)
{
    private const int MaximumDepth = 128;
    private const string ModuleType = "Microsoft.Resources/deployments";

    private readonly ImmutableArray<BicepDeclaration>.Builder found = ImmutableArray.CreateBuilder<BicepDeclaration>();
    private int at;

    private BicepToken Token => tokens[Math.Min(at, tokens.Length - 1)];

    private bool IsAtEnd => Token.Kind == BicepTokenKind.End;

    /// <summary>The declarations in the order of the text.</summary>
    public ImmutableArray<BicepDeclaration> Declarations()
    {
        var isStart = true;
        while (!IsAtEnd)
        {
            if (isStart && IsDeclaration()) Declaration("", "", 0);
            isStart = Token.Kind == BicepTokenKind.NewLine;
            at++;
        }

        return found.ToImmutable();
    }

    private bool IsDeclaration() => (Token.Is("resource") || Token.Is("module")) && Peek(1).Kind == BicepTokenKind.Word && Peek(2).Kind == BicepTokenKind.Text;

    private BicepToken Peek(int ahead) => tokens[Math.Min(at + ahead, tokens.Length - 1)];

    // Ends on the last token of the declaration.
    private void Declaration(string parentSymbol, string parentType, int depth)
    {
        var (start, isModule, symbol, reference) = (Token, Token.Is("module"), Peek(1).Text, Peek(2).Text);
        at += 3;
        var isExisting = Token.Is("existing");
        if (isExisting) at++;
        var type = isModule ? ModuleType : FullType(reference, parentType);
        var name = parentSymbol.Length == 0 ? symbol : $"{parentSymbol}::{symbol}";
        var place = found.Count;
        var body = FindBody() ? Object(name, type, depth + 1) : null;
        if (!isExisting) found.Insert(place, new(name, type, isModule ? reference : null, SpanOf(start), body));
    }

    private static string FullType(string reference, string parentType)
    {
        var type = reference.Split('@')[0];
        return parentType.Length == 0 ? type : $"{parentType}/{type}";
    }

    // "= {", "= if (...) {", "= [for x in y: {", "= [for x in y: if (...) {"
    private bool FindBody()
    {
        if (!Token.Is("=")) return false;
        Step();
        if (Token.Is("[") && PeekWord("for") && !SkipLoopHead()) return false;
        if (Token.Is("if"))
        {
            Step();
            SkipGroup();
            SkipLines();
        }

        return Token.Is("{");
    }

    private bool PeekWord(string word)
    {
        var ahead = 1;
        while (Peek(ahead).Kind == BicepTokenKind.NewLine) ahead++;
        return Peek(ahead).Is(word);
    }

    // From "[" to behind the ":" of the loop.
    private bool SkipLoopHead()
    {
        Step();
        while (!IsAtEnd && !Token.Is(":"))
        {
            if (Token.Is("]")) return false;
            if (IsOpening(Token)) SkipGroup();
            else at++;
        }

        Step();
        return !IsAtEnd;
    }

    private void Step()
    {
        at++;
        SkipLines();
    }

    private void SkipLines()
    {
        while (Token.Kind == BicepTokenKind.NewLine) at++;
    }

    // From an opening bracket to behind the one that closes it.
    private void SkipGroup()
    {
        var depth = 0;
        do
        {
            if (IsOpening(Token)) depth++;
            else if (IsClosing(Token)) depth--;
            at++;
        }
        while (depth > 0 && !IsAtEnd);
    }

    private static bool IsOpening(BicepToken token) => token.Is("{") || token.Is("[") || token.Is("(");

    private static bool IsClosing(BicepToken token) => token.Is("}") || token.Is("]") || token.Is(")");

    // From "{" to "}", which is the token it ends on.
    private BicepValue Object(string symbol, string type, int depth)
    {
        var properties = ImmutableArray.CreateBuilder<BicepProperty>();
        Step();
        while (!IsAtEnd && !Token.Is("}"))
        {
            if (symbol.Length > 0 && IsDeclaration()) Declaration(symbol, type, depth);
            else if (Token.Kind is BicepTokenKind.Word or BicepTokenKind.Text && Peek(1).Is(":")) properties.Add(Property(depth));
            else if (IsOpening(Token)) SkipToClosing();
            Step();
        }

        return new(properties.ToImmutable(), [], false);
    }

    private BicepProperty Property(int depth)
    {
        var name = Token;
        at++;
        Step();
        return new(name.Text, SpanOf(name), Value(depth + 1));
    }

    // Ends on the last token of the value.
    private BicepValue Value(int depth)
    {
        if (depth > MaximumDepth) return SkipExpression();
        if (Token.Is("{")) return Object("", "", depth);
        return Token.Is("[") ? Array(depth) : SkipExpression();
    }

    private BicepValue Array(int depth)
    {
        var isLoop = PeekWord("for");
        if (isLoop && !SkipLoopHead()) return BicepValue.Expression;
        if (!isLoop) Step();
        var items = ImmutableArray.CreateBuilder<BicepItem>();
        while (!IsAtEnd && !Token.Is("]"))
        {
            if (!Token.Is(",")) items.Add(new(SpanOf(Token), Value(depth + 1)));
            Step();
        }

        return new([], items.ToImmutable(), isLoop);
    }

    // An expression ends with its line, unless a bracket is open or the next line goes on with an operator.
    private BicepValue SkipExpression()
    {
        while (!IsAtEnd)
        {
            if (IsOpening(Token)) SkipToClosing();
            var next = 1;
            while (Peek(next).Kind == BicepTokenKind.NewLine) next++;
            var goesOn = Peek(next).Is("?") || (Peek(next).Is(":") && next > 1) || Peek(next).Is("|") || Peek(next).Is("&");
            if (!goesOn && (next > 1 || Peek(1).Is(",") || IsClosing(Peek(1)) || Peek(1).Kind == BicepTokenKind.End)) break;
            at += next;
        }

        return BicepValue.Expression;
    }

    private void SkipToClosing()
    {
        SkipGroup();
        at--;
    }

    private static TextSpan SpanOf(BicepToken token) => new(token.Line, token.Column, token.Kind == BicepTokenKind.Word ? token.Text.Length : 1);
}
