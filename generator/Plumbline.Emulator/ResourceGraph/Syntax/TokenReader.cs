using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>A cursor over the tokens of a query. All its failures are <c>ParserFailure</c>s at the token where it stands.</summary>
internal sealed class TokenReader(ImmutableArray<KqlToken> tokens)
{
    /// <summary>How deep expressions and queries may nest; a parser, a binder and an evaluator that recurse must not run out of stack.</summary>
    public const int MaxDepth = 64;

    private int index;
    private int depth;

    /// <summary>The token at the cursor.</summary>
    public KqlToken Current => tokens[index];

    /// <summary>The token after the cursor; the end when there is none.</summary>
    public KqlToken Following => Ahead(1);

    /// <summary>A token further on; the end when there is none.</summary>
    public KqlToken Ahead(int count) => tokens[Math.Min(index + count, tokens.Length - 1)];

    /// <summary>Takes the token at the cursor.</summary>
    public KqlToken Take()
    {
        var token = Current;
        if (index < tokens.Length - 1) index++;
        return token;
    }

    /// <summary>Takes the token at the cursor if it is this mark.</summary>
    public bool TakeMark(string mark) => Current.IsMark(mark) && Take().IsMark(mark);

    /// <summary>Takes the token at the cursor if it is this word.</summary>
    public bool TakeName(string name) => Current.IsName(name) && Take().IsName(name);

    /// <summary>Takes the mark.</summary>
    /// <exception cref="KqlErrorException">Another token stands there.</exception>
    public void ExpectMark(string mark)
    {
        if (!TakeMark(mark)) throw Unexpected($"'{mark}'");
    }

    /// <summary>Takes the word.</summary>
    /// <exception cref="KqlErrorException">Another token stands there.</exception>
    public void ExpectName(string name)
    {
        if (!TakeName(name)) throw Unexpected($"'{name}'");
    }

    /// <summary>Takes any name, also one in brackets and quotes.</summary>
    /// <exception cref="KqlErrorException">Another token stands there.</exception>
    public string ExpectAnyName(string what)
    {
        if (Current.Kind == KqlTokenKind.Name) return Take().Text;
        if (!IsQuotedName()) throw Unexpected(what);
        Take();
        var name = Take();
        Take();
        return name.Value is KqlText text ? text.Value : throw Unexpected(what);
    }

    /// <summary>Whether a name in brackets and quotes starts here.</summary>
    public bool IsQuotedName() => Current.IsMark("[") && Following.Value is KqlText && Ahead(2).IsMark("]");

    /// <summary>Whether <c>name =</c> starts here.</summary>
    public bool IsAssignment() =>
        (Current.Kind == KqlTokenKind.Name && Following.IsMark("=")) || (IsQuotedName() && Ahead(3).IsMark("="));

    /// <summary>Takes a whole number.</summary>
    /// <exception cref="KqlErrorException">Another token stands there.</exception>
    public long ExpectCount() => Current.Value is KqlLong { Value: >= 0 } count && Take() is not null ? count.Value : throw Unexpected("a whole number");

    /// <summary>Runs a parser one level deeper.</summary>
    /// <exception cref="KqlErrorException">That is too deep.</exception>
    public T Deeper<T>(Func<T> parse)
    {
        if (++depth > MaxDepth) throw Failure($"The query nests deeper than {MaxDepth} levels.", null);
        var result = parse();
        depth--;
        return result;
    }

    /// <summary>The failure that the token at the cursor is not what must stand there.</summary>
    public KqlErrorException Unexpected(string expected) => Failure($"'{Current.Text}' is not expected; expected is {expected}.", expected);

    /// <summary>A failure at the cursor.</summary>
    public KqlErrorException Failure(string message, string? expected) => new(new KqlError(KqlError.ParserFailure, message, Current.At, Current.Text, expected));
}
