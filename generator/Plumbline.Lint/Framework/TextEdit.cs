namespace Plumbline.Lint.Framework;

/// <summary>A replacement in a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 units from 0.</param>
/// <param name="Length">How much is replaced.</param>
/// <param name="Replacement">What comes instead.</param>
public sealed record TextEdit(int Start, int Length, string Replacement);
