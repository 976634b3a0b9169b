namespace Plumbline.Emulator.OData;

/// <summary>What a token of an OData expression is.</summary>
internal enum ODataTokenKind
{
    /// <summary>A name, an operator, a number, <c>true</c>, <c>false</c>, <c>null</c> or <c>$count</c>.</summary>
    Word,

    /// <summary>A text in single quotes; its token holds the text without them.</summary>
    Text,

    /// <summary>One of <c>(</c>, <c>)</c>, <c>,</c>, <c>/</c>.</summary>
    Mark,

    /// <summary>The end of the expression.</summary>
    End,
}

/// <summary>A token of an OData expression.</summary>
/// <param name="Position">Zero-based, in characters.</param>
internal readonly record struct ODataToken(ODataTokenKind Kind, string Text, int Position)
{
    /// <summary>Whether it is this operator or keyword; OData's words are compared without regard to case.</summary>
    public bool IsWord(string word) => Kind == ODataTokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this punctuation mark.</summary>
    public bool IsMark(string mark) => Kind == ODataTokenKind.Mark && Text == mark;
}
