namespace Plumbline.Policy.Diagnostics;

/// <summary>A place in a text. Lines and columns count from 1, columns and <paramref name="Length"/> in UTF-16 units on one line.</summary>
public readonly record struct TextSpan(int Line, int Column, int Length = 0);
