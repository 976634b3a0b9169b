namespace Plumbline.Policy.Diagnostics;

/// <summary>A text and the name of the file it came from. The pure projects never read files; they are given these.</summary>
/// <param name="File">The path as shown to the user; relative, with forward slashes.</param>
/// <param name="Text">The whole text.</param>
public sealed record SourceText(string File, string Text);
