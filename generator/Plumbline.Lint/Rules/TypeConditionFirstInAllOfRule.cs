using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Rules;

/// <summary>The condition on <c>type</c> says what the others are about.</summary>
public sealed class TypeConditionFirstInAllOfRule() : LintRule("type-condition-first-in-allof", LintSeverity.Informational, "Condition on 'type' behind others")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from node in subject.Conditions
        where node.Condition is AllOfCondition { Operands: [var first, ..] } && !Reads(first)
        let later = subject.Conditions.FirstOrDefault(inner => !inner.Parents.IsEmpty && ReferenceEquals(inner.Parents[0], node) && IsOnType(inner.Condition))
        where later is not null
        select Finding(subject.At(later.Token), "the condition on 'type' is not the first of its 'allOf': readers learn late what the rule is about", "move it to the front");

    private static bool IsOnType(Condition condition) => condition is LeafCondition { Subject: FieldSubject { Field: var field } } && string.Equals(field, "type", StringComparison.OrdinalIgnoreCase);

    // Alternatives of types are a condition on the type too.
    private static bool Reads(Condition condition) => condition switch
    {
        AllOfCondition node => node.Operands.Any(Reads),
        AnyOfCondition node => node.Operands.Any(Reads),
        NotCondition node => Reads(node.Operand),
        _ => IsOnType(condition),
    };
}
