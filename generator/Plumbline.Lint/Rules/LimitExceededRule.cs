using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Documented limits of Azure Policy; <see cref="Linter"/> knows them.</summary>
public sealed class LimitExceededRule() : LintRule("limit-exceeded", LintSeverity.Error, "More than Azure accepts")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => Plumbline.Lint.Linter.Lint(subject.Source)
        .Where(problem => problem.Code == "PLB3501")
        .Select(problem => Finding(problem.Location, problem.Message, problem.Help));
}
