using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>One field compared with several values is one <c>in</c>.</summary>
public sealed class SimplifyMultipleEqualsToInRule() : LintRule("simplify-multiple-equals-to-in", LintSeverity.Informational, "Several 'equals' of one field")
{
    // Outside of a count 'all members are a, or all are b' is not 'all members are a or b'.
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from node in subject.Conditions
        where node.Condition is AnyOfCondition
        from repeated in RepeatedComparisons.In(((AnyOfCondition)node.Condition).Operands, Operator.Equals, field => node.IsInCount || !field.Contains("[*]", StringComparison.Ordinal))
        select Finding(subject.At(node.Token), $"'anyOf' compares '{repeated.Field}' with {repeated.Count} values by 'equals'", "use one 'in' with a list of the values");
}
