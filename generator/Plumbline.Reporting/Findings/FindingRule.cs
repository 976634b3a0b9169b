using System.Collections.Immutable;

namespace Plumbline.Reporting.Findings;

/// <summary>What findings are instances of: a lint rule, or a policy.</summary>
/// <param name="Id">The stable identifier.</param>
/// <param name="Title">A few words; shown as the headline of an alert.</param>
/// <param name="Description">One or more sentences.</param>
/// <param name="Level">The level of its findings unless they say otherwise.</param>
public sealed record FindingRule(string Id, string Title, string Description, FindingLevel Level)
{
    /// <summary>The page about the rule, as an absolute URI; or null.</summary>
    public string? HelpUri { get; init; }

    /// <summary>How to fix it, as Markdown; null shows the description.</summary>
    public string? HelpMarkdown { get; init; }

    /// <summary>Words to filter by, such as <c>security</c> or a control's identifier.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>From 0 to 10, as code scanning orders security alerts (critical from 9, high from 7, medium from 4); null for what is not about security.</summary>
    public decimal? SecuritySeverity { get; init; }
}
