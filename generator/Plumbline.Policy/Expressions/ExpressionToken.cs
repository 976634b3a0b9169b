namespace Plumbline.Policy.Expressions;

internal enum ExpressionTokenKind
{
    Identifier,
    Text,
    Integer,
    Punctuation,
    End,
    Invalid,
}

/// <summary>A token of an expression.</summary>
/// <param name="Text">The name, the unescaped text, the digits or the punctuation character; for an invalid token, what is wrong.</param>
internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, string Text, int Start, int Length)
{
    public int End => Start + Length;

    public bool Is(char punctuation) => Kind == ExpressionTokenKind.Punctuation && Text[0] == punctuation;
}
