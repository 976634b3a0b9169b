using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint.Framework;

/// <summary>What a rule found.</summary>
/// <param name="Rule">The identifier of the rule.</param>
/// <param name="Severity">How much it matters, after configuration.</param>
/// <param name="Message">One line: what is wrong, and what follows.</param>
/// <param name="Location">Where: the value, key or object that is to be changed.</param>
public sealed record LintFinding(string Rule, LintSeverity Severity, string Message, SourceLocation Location)
{
    /// <summary>How to fix it, as an imperative; null when the rule's page says it.</summary>
    public string? Help { get; init; }

    /// <summary>Edits of the text that fix it, none overlapping another; empty when a person has to decide.</summary>
    public ImmutableArray<TextEdit> Fix { get; init; } = [];

    /// <summary>The reason of the suppression that covers it; null when it counts.</summary>
    public string? Suppression { get; init; }
}
