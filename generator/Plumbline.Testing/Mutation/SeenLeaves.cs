using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Plumbline.Testing.Coverage;
using Plumbline.Testing.Resources;
using Plumbline.Testing.Running;

namespace Plumbline.Testing.Mutation;

/// <summary>What tests showed of the leaves of a definition: where they looked, and what they saw.</summary>
/// <param name="aliases">Where fields are looked up that no test evaluated.</param>
/// <param name="verdicts">What the definition said in its tests.</param>
internal sealed class SeenLeaves(AliasTable aliases, IEnumerable<MemberVerdict> verdicts)
{
    private readonly ILookup<string, EvaluatedExpression> seen = verdicts
        .SelectMany(verdict => Walk(verdict.Result.Trace).Concat(Walk(verdict.Result.ExistenceTrace)))
        .ToLookup(leaf => leaf.Path, leaf => leaf.Expression, StringComparer.Ordinal);

    /// <summary>A value that a test compared with the list of a leaf, which does not have it; null without one.</summary>
    public PolicyValue? Outsider(LeafCondition leaf) => seen[Key(leaf)]
        .Where(expression => expression.Result == (expression.Operator == Operator.NotIn) && expression.ExpressionValue is TextValue or IntegerValue)
        .Select(expression => expression.ExpressionValue).FirstOrDefault();

    /// <summary>What tests compared with a leaf: the values of its operand's expressions.</summary>
    public IEnumerable<PolicyValue> Operands(LeafCondition leaf) => seen[Key(leaf)].Select(expression => expression.TargetValue).Distinct();

    /// <summary>The paths into a resource that a leaf looks at; <c>[*]</c> is the first member.</summary>
    public IEnumerable<ResourcePath> Paths(LeafCondition leaf)
    {
        var texts = seen[Key(leaf)].Select(expression => expression.Path).ToList();
        if (FieldOf(leaf.Subject) is { } field) texts.Add(aliases.TryFind(field, out var alias) ? alias.Path : field);
        return texts.Select(text => text.EndsWith("[*]", StringComparison.Ordinal) ? text[..^3] : text).Select(text => text.Replace("[*]", "[0]", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Where(text => !text.Contains('(', StringComparison.Ordinal)).Select(ResourcePath.Parse).OfType<ResourcePath>();
    }

    private static string? FieldOf(Subject subject) => subject switch
    {
        FieldSubject field => field.Field,
        FieldCountSubject count => count.Field,
        _ => null,
    };

    private static string Key(LeafCondition leaf) => ConditionPath.Of(leaf.Location?.Path);

    private static ImmutableArray<(string Path, EvaluatedExpression Expression)> Walk(TraceNode? node)
    {
        if (node is null) return [];
        var own = node is { Condition: LeafCondition leaf, Expression: { } expression } ? [(Key(leaf), expression)] : ImmutableArray<(string, EvaluatedExpression)>.Empty;
        return [.. own, .. node.Children.SelectMany(child => Walk(child))];
    }
}
