using System.Text.Json;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Finds values that are not known yet in a resource.</summary>
internal static class UnresolvedElements
{
    /// <summary>What stands for a value that a change of a resource leaves as it is.</summary>
    public const string LeftAsItIs = "[left as it is]";

    /// <summary>The expression that stands for a value, or null when the value is known.</summary>
    public static string? ExpressionOf(ResourceElement element) => element.Kind == JsonTokenType.String ? ExpressionOf(element.ToValue()) : null;

    /// <summary>The first expression in a value, which may be the value itself; null when all of it is known.</summary>
    public static string? FirstIn(PolicyValue value) => value switch
    {
        TextValue => ExpressionOf(value),
        ArrayValue array => array.Items.Select(FirstIn).FirstOrDefault(found => found is not null),
        ObjectValue item => item.Properties.Select(property => FirstIn(property.Value)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    /// <summary>The expression that keeps a condition with this operator from being decided on a value; null when there is none.</summary>
    /// <remarks>Whether an object is there, and which keys it has, does not depend on what is in it.</remarks>
    public static string? Deciding(PolicyValue value, Operator used) =>
        used switch
        {
            Operator.Exists => ExpressionOf(value) is { } expression && !UnresolvedExpression.IsPresent(expression) ? expression : null,
            Operator.ContainsKey or Operator.NotContainsKey => ExpressionOf(value),
            _ => FirstIn(value),
        };

    /// <summary>The first expression that stands where a path goes on, so that nobody knows what the path leads to; null when there is none.</summary>
    public static string? OnTheWay(ResourceElement start, ReadOnlySpan<PathStep> steps)
    {
        var element = start;
        for (var i = 0; i < steps.Length; i++)
        {
            if (ExpressionOf(element) is { } expression) return expression;
            if (steps[i].IsEach) return OnTheWayOfMembers(element, steps[(i + 1)..]);
            element = steps[i].Read(element);
        }

        return null;
    }

    private static string? OnTheWayOfMembers(ResourceElement array, ReadOnlySpan<PathStep> rest)
    {
        foreach (var item in array)
        {
            if (OnTheWay(item, rest) is { } expression) return expression;
        }

        return null;
    }

    private static string? ExpressionOf(PolicyValue value) => value is TextValue { Value: var text } && UnresolvedExpression.Is(text) ? text : null;
}
