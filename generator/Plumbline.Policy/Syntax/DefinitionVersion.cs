namespace Plumbline.Policy.Syntax;

/// <summary>A version of a definition or an initiative: <c>1.2.3</c>, or <c>1.2.3-preview</c>.</summary>
/// <param name="Suffix">Such as <c>preview</c> or <c>deprecated</c>; empty for a released version.</param>
public sealed record DefinitionVersion(int Major, int Minor, int Patch, string Suffix)
{
    /// <summary>Reads a version; null when the text is none.</summary>
    public static DefinitionVersion? TryParse(string? text) =>
        text is not null && VersionPattern.TryParse(text) is { Minor: { } minor, Patch: { } patch } exact ? new(exact.Major, minor, patch, exact.Suffix) : null;

    /// <summary>What versions are sorted by: the numbers; of equal ones a released version is the newer one.</summary>
    public (int Major, int Minor, int Patch, bool IsReleased) Order => (Major, Minor, Patch, Suffix.Length == 0);
}
