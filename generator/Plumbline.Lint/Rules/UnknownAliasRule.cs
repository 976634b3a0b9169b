using Plumbline.Lint.Framework;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Lint.Rules;

/// <summary>Fields that Azure has no alias for: Azure refuses the definition. The nearest alias is offered.</summary>
public sealed class UnknownAliasRule() : LintRule("unknown-alias", LintSeverity.Error, "Field that is no alias")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject)
    {
        if (subject.Definition is not { } definition || subject.Problems.Any(problem => problem.IsError) || definition.Mode.Contains('.', StringComparison.Ordinal)) return [];
        return new PolicyEvaluator(subject.Knowledge.Aliases).Problems(definition)
            .Select(problem => Finding(problem.Location ?? definition.Location ?? new(subject.Source.File), problem.Message));
    }
}
