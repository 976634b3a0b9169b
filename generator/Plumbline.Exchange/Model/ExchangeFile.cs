namespace Plumbline.Exchange.Model;

/// <summary>A file of an exchange.</summary>
/// <param name="Path">Relative, with forward slashes; no part of it leads out of its folder.</param>
/// <param name="Text">What is in it.</param>
public sealed record ExchangeFile(string Path, string Text);
