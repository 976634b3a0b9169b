using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint.Findings;

/// <summary>What a rule found in a document.</summary>
/// <param name="RuleId">The rule, such as <c>unused-parameter</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One line: the construct in Azure's words, and the consequence.</param>
/// <param name="Help">What to do, as an imperative; null when the page of the rule says it.</param>
/// <param name="Location">Where it is: file, place and path inside the document.</param>
public sealed record LintFinding(string RuleId, LintSeverity Severity, string Message, string? Help, SourceLocation Location)
{
    /// <summary>The changes of the text that fix it; empty when a person has to decide.</summary>
    public ImmutableArray<TextEdit> Fix { get; init; } = [];

    /// <summary>Why the finding does not count, from the document's own suppressions; null for one that does.</summary>
    public string? Suppression { get; init; }
}
