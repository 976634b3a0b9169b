using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>What the parser remarks on effects, details and parameters that Azure would take but that do not do what was meant.</summary>
public sealed class DocumentRemarkRule() : LintRule("document-remark", LintSeverity.Warning, "Word or member that Azure does not know")
{
    internal static readonly string[] Codes = ["PLB2073", "PLB2076", "PLB2077", "PLB2079"];

    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        subject.Problems.Where(problem => Codes.Contains(problem.Code)).Select(problem => Finding(problem.Location, $"{problem.Code}: {problem.Message}", problem.Help));
}
