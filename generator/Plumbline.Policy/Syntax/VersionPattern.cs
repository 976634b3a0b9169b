using System.Globalization;

namespace Plumbline.Policy.Syntax;

/// <summary>Which versions an assignment or a reference takes: <c>1.*.*</c> or <c>1.2.*</c>, with the suffix of a preview (<c>1.*.*-preview</c>) for previews only.</summary>
/// <param name="Minor">Null for any.</param>
/// <param name="Patch">Null for any, which is all that Azure pins.</param>
/// <param name="Suffix">Such as <c>preview</c>; empty for released versions.</param>
public sealed record VersionPattern(int Major, int? Minor, int? Patch, string Suffix)
{
    /// <summary>Reads a pattern; null when the text is none.</summary>
    public static VersionPattern? TryParse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var (numbers, suffix) = dash < 0 ? (text, "") : (text[..dash], text[(dash + 1)..]);
        if (dash >= 0 && suffix.Length == 0) return null;
        if (numbers.Split('.') is not [var first, var second, var third] || Number(first) is not { } major) return null;
        var (minor, patch) = (Number(second), Number(third));
        if ((minor is null && second != "*") || (patch is null && third != "*") || (minor is null && patch is not null)) return null;
        return new(major, minor, patch, suffix);
    }

    /// <summary>Whether the version is one of these.</summary>
    public bool Matches(DefinitionVersion version) =>
        version.Major == Major
        && (Minor is null || version.Minor == Minor)
        && (Patch is null || version.Patch == Patch)
        && string.Equals(version.Suffix, Suffix, StringComparison.OrdinalIgnoreCase);

    internal static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
