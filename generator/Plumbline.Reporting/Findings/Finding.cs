using Plumbline.Policy.Diagnostics;

namespace Plumbline.Reporting.Findings;

/// <summary>Something found in a file.</summary>
/// <param name="RuleId">The identifier of its rule.</param>
/// <param name="Level">How much it matters here.</param>
/// <param name="Message">One line that says what is wrong.</param>
/// <param name="Location">The file, and where in it.</param>
public sealed record Finding(string RuleId, FindingLevel Level, string Message, SourceLocation Location)
{
    /// <summary>How to fix it, or null.</summary>
    public string? Help { get; init; }

    /// <summary>
    /// What tells this finding from others of its rule and file when lines move, such as a resource id or a path inside the document; never a line number.
    /// Empty: the path of the location, else the message.
    /// </summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Why the finding does not count; null for one that does.</summary>
    public string? Suppression { get; init; }

    internal string Identity => Fingerprint.Length > 0 ? Fingerprint : Location.Path ?? Message;
}
