namespace Plumbline.Scan.Findings;

/// <summary>A property that an effect would change.</summary>
/// <param name="Path">The path from the root of the resource.</param>
/// <param name="Before">What it is, as compact JSON; null when it is not there.</param>
/// <param name="After">What it would be; null when it would be gone.</param>
public sealed record PropertyChange(string Path, string? Before, string? After);
