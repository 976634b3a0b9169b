using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>What a token of a query is.</summary>
internal enum KqlTokenKind
{
    /// <summary>A name, an operator in words, or a function's name.</summary>
    Name,

    /// <summary>A literal; its token holds the value.</summary>
    Literal,

    /// <summary>Punctuation or an operator in signs.</summary>
    Mark,

    /// <summary>The end of the query.</summary>
    End,
}

/// <summary>A token of a query.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="At">Where it starts.</param>
/// <param name="Offset">Where it starts, in characters from the start of the query.</param>
/// <param name="Value">The value of a literal; null for all others.</param>
/// <param name="Type">The type of a literal.</param>
internal sealed record KqlToken(KqlTokenKind Kind, string Text, KqlPosition At, int Offset, KqlValue? Value = null, KqlType Type = KqlType.Dynamic)
{
    /// <summary>Where it ends, in characters from the start of the query.</summary>
    public int End => Offset + Text.Length;

    /// <summary>Whether it is this mark.</summary>
    public bool IsMark(string mark) => Kind == KqlTokenKind.Mark && Text == mark;

    /// <summary>Whether it is this word.</summary>
    public bool IsName(string name) => Kind == KqlTokenKind.Name && Text == name;
}
