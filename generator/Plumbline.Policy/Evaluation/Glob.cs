namespace Plumbline.Policy.Evaluation;

/// <summary>Patterns with one wildcard.</summary>
internal static class Glob
{
    /// <summary>Whether a text matches a pattern in which the wildcard stands for any run of units, the empty one included.</summary>
    public static bool Matches<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> pattern, T wildcard)
        where T : IEquatable<T>
    {
        var first = pattern.IndexOf(wildcard);
        if (first < 0) return text.SequenceEqual(pattern);
        var last = pattern.LastIndexOf(wildcard);
        var prefix = pattern[..first];
        var suffix = pattern[(last + 1)..];
        if (prefix.Length + suffix.Length > text.Length || !text.StartsWith(prefix) || !text.EndsWith(suffix)) return false;
        return last == first || ContainsParts(text[prefix.Length..^suffix.Length], pattern[(first + 1)..last], wildcard);
    }

    // The leftmost place of each part leaves most for the next one, so there is no need to go back.
    private static bool ContainsParts<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> parts, T wildcard)
        where T : IEquatable<T>
    {
        foreach (var range in parts.Split(wildcard))
        {
            var part = parts[range];
            var at = text.IndexOf(part);
            if (at < 0) return false;
            text = text[(at + part.Length)..];
        }

        return true;
    }
}
