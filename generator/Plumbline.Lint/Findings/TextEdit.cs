namespace Plumbline.Lint.Findings;

/// <summary>A change of a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 units from 0.</param>
/// <param name="Length">How many units are replaced.</param>
/// <param name="Text">What stands there afterwards.</param>
public sealed record TextEdit(int Start, int Length, string Text)
{
    /// <summary>The first place behind what is replaced.</summary>
    public int End => Start + Length;
}
