using Plumbline.Lint.Documents;
using Plumbline.Lint.Findings;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint.Rules;

/// <summary>What keeps the other rules from doing their work: a document that cannot be read. Each error of the parser that no other rule reports is a finding.</summary>
internal sealed class SystemRule() : LintRule(Name, LintSeverity.Critical, "The document cannot be read as a policy document")
{
    public const string Name = "system-rule";

    private static readonly Lazy<HashSet<string>> OfOthers = new(() => [.. RuleRegistry.All.OfType<DiagnosticRule>().SelectMany(rule => rule.Codes)]);

    /// <summary>A problem that keeps the document from being read.</summary>
    public static LintFinding Unreadable(Diagnostic problem) => new(Name, LintSeverity.Critical, $"{problem.Code}: {problem.Message}", problem.Help, problem.Location);

    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintDocument document)
    {
        foreach (var problem in document.Diagnostics.Where(problem => problem.IsError && !OfOthers.Value.Contains(problem.Code))) yield return Unreadable(problem);
        if (!document.IsBare || (document.Definition is null && document.Initiative is null)) yield break;
        yield return Finding(
            document,
            null,
            "the document holds the properties of a resource, not the resource: Azure takes them inside of 'properties'",
            "write { \"name\": ..., \"properties\": { ... } }")
            with { Severity = LintSeverity.Informational };
    }
}
