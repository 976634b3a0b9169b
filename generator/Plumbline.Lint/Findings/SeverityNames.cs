namespace Plumbline.Lint.Findings;

/// <summary>The severities in words, as options and outputs have them.</summary>
public static class SeverityNames
{
    /// <summary>All names, the least severe first.</summary>
    public static IReadOnlyList<string> All { get; } = ["informational", "warning", "error", "critical"];

    /// <summary>The name of a severity.</summary>
    public static string Of(LintSeverity severity) => All[(int)severity];

    /// <summary>The severity of a name; null for any other text.</summary>
    public static LintSeverity? TryParse(string? name)
    {
        for (var at = 0; at < All.Count; at++)
        {
            if (string.Equals(All[at], name, StringComparison.Ordinal)) return (LintSeverity)at;
        }

        return null;
    }
}
