using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>One field that must differ from several values is one <c>notIn</c>.</summary>
public sealed class SimplifyMultipleNotEqualsToNotInRule() : LintRule("simplify-multiple-notequals-to-notin", LintSeverity.Informational, "Several 'notEquals' of one field")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from node in subject.Conditions
        where node.Condition is AllOfCondition
        from repeated in RepeatedComparisons.In(((AllOfCondition)node.Condition).Operands, Operator.NotEquals, _ => true)
        select Finding(subject.At(node.Token), $"'allOf' compares '{repeated.Field}' with {repeated.Count} values by 'notEquals'", "use one 'notIn' with a list of the values");
}
