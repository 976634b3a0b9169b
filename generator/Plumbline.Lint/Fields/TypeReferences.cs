using Plumbline.Policy.Aliases;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Fields;

/// <summary>Finds the resource types that <c>if</c> is about.</summary>
internal static class TypeReferences
{
    /// <summary>Those that <c>type</c> is compared with under an even number of <c>not</c>, and those of the aliases, each once.</summary>
    public static IEnumerable<string> Of(PolicyDefinition definition, AliasTable aliases)
    {
        var named = In(definition.If, isNegated: false);
        var read = FieldReferences.Of(definition).Where(reference => !reference.IsInExistenceCondition)
            .Select(reference => aliases.TryFind(reference.Field, out var alias) ? alias.ResourceType : null).OfType<string>()
            .Where(type => type.Contains('/', StringComparison.Ordinal));
        return named.Concat(read).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> In(Condition condition, bool isNegated) => condition switch
    {
        AllOfCondition node => node.Operands.SelectMany(operand => In(operand, isNegated)),
        AnyOfCondition node => node.Operands.SelectMany(operand => In(operand, isNegated)),
        NotCondition node => In(node.Operand, !isNegated),
        LeafCondition { Subject: FieldSubject { Field: var field } } leaf when !isNegated && string.Equals(field, "type", StringComparison.OrdinalIgnoreCase) => Compared(leaf),
        _ => [],
    };

    private static IEnumerable<string> Compared(LeafCondition leaf) => leaf.Operator is Operator.Equals or Operator.In
        ? ComparisonJudgement.Literals(leaf.Operand.Literal).OfType<TextValue>().Select(type => type.Value)
        : [];
}
