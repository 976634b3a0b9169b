using System.Collections.Immutable;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A leaf that decided a result: what was looked at, what it was, and what would have given the opposite.</summary>
/// <param name="Expression">The evaluated leaf.</param>
/// <param name="Expected">The operator that would have to hold for the opposite result.</param>
public sealed record DecidingCondition(EvaluatedExpression Expression, Operator Expected)
{
    /// <summary>
    /// The leaves that decided the result of a condition, in the order of the text; those of the members that made a count what it is follow the count.
    /// The resource's type is left out where something else decided too: nobody changes it.
    /// </summary>
    public static ImmutableArray<DecidingCondition> Of(TraceNode? root)
    {
        if (root is null) return [];
        ImmutableArray<DecidingCondition> all = [.. Walk(root)];
        ImmutableArray<DecidingCondition> changeable = [.. all.Where(item => !IsType(item))];
        return changeable.IsEmpty ? all : changeable;
    }

    /// <summary>The leaves that decided a verdict. Of an IfNotExists effect those of the existence condition follow, and the resource's type is left out.</summary>
    public static ImmutableArray<DecidingCondition> Of(EvaluationResult result) => result.IfNotExists is null
        ? Of(result.Trace)
        : [.. Of(result.Trace).Where(item => !IsType(item)), .. Of(result.ExistenceTrace)];

    /// <summary>The condition in one line: <c>properties.a.b is true; expected: notEquals true</c>.</summary>
    public override string ToString() =>
        $"{Subject(Expression)} is {Text(Expression.ExpressionValue)}; expected: {OperatorNames.Name(Expected)} {Text(ExpectedOperand)}";

    /// <summary>The operand of <see cref="Expected"/>. <c>exists</c> has no negated form: its operand is turned round.</summary>
    public PolicyValue ExpectedOperand => Expression.Operator == Operator.Exists
        ? BooleanValue.Of(Expression.Result != OperatorTable.Holds(Operator.Exists, BooleanValue.Of(true), Expression.TargetValue))
        : Expression.TargetValue;

    private static bool IsType(DecidingCondition item) => string.Equals(item.Expression.Path, "type", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<DecidingCondition> Walk(TraceNode node)
    {
        if (node.Expression is { } expression) yield return new DecidingCondition(expression, expression.Result ? Negated(expression.Operator) : expression.Operator);
        foreach (var child in node.Children.Where(child => child.Decisive))
        {
            foreach (var deciding in Walk(child)) yield return deciding;
        }
    }

    /// <summary>What a leaf looked at, for people: the path, or <c>count(path)</c>.</summary>
    public static string Subject(EvaluatedExpression expression) => expression.ExpressionKind == "Count" ? $"count({expression.Path})" : expression.Path;

    /// <summary>A value for people: compact JSON, or <c>missing</c>.</summary>
    public static string Text(PolicyValue value) => value is UndefinedValue ? "missing" : PolicyValueWriter.ToCompactJson(value);

    private static Operator Negated(Operator used) => OperatorComplements.Exact(used) ?? OperatorComplements.OfOrder(used);
}
