using Plumbline.Lint.Framework;

namespace Plumbline.Lint.Rules;

/// <summary>Parameters that nothing reads, as the parser tells it.</summary>
public sealed class UnusedParameterRule() : LintRule("unused-parameter", LintSeverity.Error, "Parameter that nothing reads")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Definition is null
        ? []
        : subject.Problems.Where(problem => problem.Code == "PLB2029").Select(problem => Finding(problem.Location, problem.Message, problem.Help));
}
