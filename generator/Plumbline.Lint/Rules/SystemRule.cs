using System.Collections.Immutable;
using Plumbline.Lint.Framework;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Lint.Rules;

/// <summary>What keeps a document from being judged, as the parser tells it. Problems that have a rule of their own are left to it.</summary>
public sealed class SystemRule() : LintRule(RuleId, LintSeverity.Critical, "The document cannot be read")
{
    private const string RuleId = "system-rule";

    // Undeclared and unused parameters, and limits, have rules of their own; so have effects and details.
    private static readonly ImmutableHashSet<string> OfOtherRules = ["PLB2028", "PLB2029", "PLB3501", "PLB2043", "PLB2042", "PLB2073", "PLB2076", "PLB2077", "PLB2079", "PLB2022", "PLB2023", "PLB2024"];

    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => Findings(subject.Problems);

    internal static IEnumerable<LintFinding> Findings(ImmutableArray<Diagnostic> problems) => problems
        .Where(problem => !OfOtherRules.Contains(problem.Code))
        .Select(problem => new LintFinding(RuleId, problem.IsError ? LintSeverity.Critical : LintSeverity.Warning, $"{problem.Code}: {problem.Message}", problem.Location) { Help = problem.Help });
}
