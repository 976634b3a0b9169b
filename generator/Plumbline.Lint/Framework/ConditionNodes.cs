using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Json;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Framework;

/// <summary>Finds the conditions of a rule with the tokens they were written as.</summary>
internal static class ConditionNodes
{
    /// <summary>Those of <c>if</c> in the order of the text, then those of the existence condition.</summary>
    public static ImmutableArray<ConditionNode> Of(PolicyDefinition definition, string file, JObject root)
    {
        var tokens = root.DescendantsAndSelf().OfType<JObject>().ToLookup(token => PositionedJson.LocationOf(file, token).Path ?? "", StringComparer.Ordinal);
        return [.. In(definition.If, [], isExistence: false, isInCount: false), .. In(definition.Then.ExistenceCondition, [], isExistence: true, isInCount: false)];

        IEnumerable<ConditionNode> In(Condition? condition, ImmutableArray<ConditionNode> parents, bool isExistence, bool isInCount)
        {
            if (condition is null || tokens[condition.Location?.Path ?? "?"].FirstOrDefault() is not { } token) return [];
            var node = new ConditionNode(condition, token, parents, isExistence, isInCount);
            return Inside(condition).SelectMany(inner => In(inner.Condition, parents.Insert(0, node), isExistence, isInCount || inner.IsWhere)).Prepend(node);
        }
    }

    private static IEnumerable<(Condition? Condition, bool IsWhere)> Inside(Condition condition) => condition switch
    {
        AllOfCondition node => node.Operands.Select(operand => ((Condition?)operand, false)),
        AnyOfCondition node => node.Operands.Select(operand => ((Condition?)operand, false)),
        NotCondition node => [(node.Operand, false)],
        LeafCondition { Subject: FieldCountSubject count } => [(count.Where, true)],
        LeafCondition { Subject: ValueCountSubject count } => [(count.Where, true)],
        _ => [],
    };
}
