using Plumbline.Lint.Framework;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Two types asked of one resource in one <c>allOf</c>: it never holds.</summary>
public sealed class ContradictoryTypesRule() : LintRule("contradictory-type-conditions", LintSeverity.Error, "Resource that would have to have two types")
{
    /// <inheritdoc/>
    public override IEnumerable<LintFinding> Check(LintSubject subject) =>
        from node in subject.Conditions
        where node.Condition is AllOfCondition
        let types = ((AllOfCondition)node.Condition).Operands.Select(operand => (Type: TypeOf(operand), operand.Location)).Where(item => item.Type is not null).ToList()
        from later in types.Skip(1)
        where !string.Equals(later.Type, types[0].Type, StringComparison.OrdinalIgnoreCase) && later.Location is not null
        select Finding(later.Location, $"the type cannot be both '{types[0].Type}' and '{later.Type}': the allOf never holds", "use anyOf or in for several types");

    private static string? TypeOf(Condition condition) =>
        condition is LeafCondition { Subject: FieldSubject { Field: var field }, Operator: Operator.Equals, Operand.Literal: TextValue { Value: var type } } && string.Equals(field, "type", StringComparison.OrdinalIgnoreCase) && !type.StartsWith('[')
            ? type : null;
}
