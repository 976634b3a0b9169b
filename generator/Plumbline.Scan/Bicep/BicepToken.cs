namespace Plumbline.Scan.Bicep;

/// <summary>A token of a Bicep file: a word, the contents of a string, a mark, or the end of a line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word, the string as written without its quotes, or the mark.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal readonly record struct BicepToken(BicepTokenKind Kind, string Text, int Line, int Column)
{
    public bool Is(string mark) => Kind is BicepTokenKind.Mark or BicepTokenKind.Word && Text == mark;
}

/// <summary>What a token is.</summary>
internal enum BicepTokenKind
{
    /// <summary>An identifier, a keyword or a number.</summary>
    Word,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A bracket, an operator or other punctuation.</summary>
    Mark,

    /// <summary>The end of a line.</summary>
    NewLine,

    /// <summary>The end of the file.</summary>
    End,
}
