using System.Collections.Immutable;

namespace Plumbline.Emulator.Faults;

/// <summary>Which requests a fault meets. Those that fit method and path are counted from 1, for each fault by itself.</summary>
/// <param name="Methods">In capitals; empty for all.</param>
/// <param name="Path">The whole path, compared without regard to case; <c>*</c> stands for any text, slashes included. Null for all.</param>
/// <param name="Nth">The first request that fits to be met.</param>
/// <param name="Count">How many requests are met at most; null for all.</param>
/// <param name="Probability">From 0 to 1: how likely a request is met, drawn from the plan's seed.</param>
internal sealed record FaultFilter(ImmutableArray<string> Methods, string? Path, int Nth, int? Count, double Probability)
{
    /// <summary>Every request.</summary>
    public static FaultFilter All { get; } = new([], null, 1, null, 1);

    /// <summary>Whether a request has the method and the path.</summary>
    public bool Fits(string method, string path) =>
        (Methods.IsEmpty || Methods.Contains(method, StringComparer.Ordinal)) && (Path is null || IsLike(Path, path));

    // Each part between stars is looked for behind the one before it, the first at the start and the last at the end.
    private static bool IsLike(string pattern, string text)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1) return string.Equals(pattern, text, StringComparison.OrdinalIgnoreCase);
        if (!text.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)) return false;
        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return false;
            at = found + part.Length;
        }

        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }
}
