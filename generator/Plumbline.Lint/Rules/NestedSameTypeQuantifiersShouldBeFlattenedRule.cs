using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary><c>allOf</c> directly in <c>allOf</c>, or <c>anyOf</c> in <c>anyOf</c>, says the same without the inner one.</summary>
public sealed class NestedSameTypeQuantifiersShouldBeFlattenedRule() : LintRule("nested-same-type-quantifiers-should-be-flattened", LintSeverity.Informational, "Quantifier inside one of its kind")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Conditions
        .Where(node => !node.Parents.IsEmpty && IsNested(node.Condition, node.Parents[0].Condition))
        .Select(node => (Node: node, Name: node.Condition is AllOfCondition ? "allOf" : "anyOf"))
        .Select(item => Finding(subject.At(item.Node.Token), $"'{item.Name}' inside '{item.Name}': the inner one changes nothing", "move its conditions into the outer one"));

    private static bool IsNested(Condition inner, Condition outer) => (inner, outer) is
        (AllOfCondition { Operands.Length: >= 2 }, AllOfCondition { Operands.Length: >= 2 })
        or (AnyOfCondition { Operands.Length: >= 2 }, AnyOfCondition { Operands.Length: >= 2 });
}
