using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Functions that a policy rule may not use, as the parser tells it.</summary>
public sealed class UnsupportedFunctionRule() : LintRule("unsupported-function", LintSeverity.Error, "Function that a policy rule may not use")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Problems
        .Where(problem => problem.Code is "PLB2022" or "PLB2023" or "PLB2024")
        .Select(problem => Finding(problem.Location, problem.Message, problem.Help));
}
