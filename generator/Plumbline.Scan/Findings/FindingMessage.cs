using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Findings;

/// <summary>Says in one line why a policy is violated, without secrets.</summary>
internal static class FindingMessage
{
    private const int MaximumConditions = 4;
    private const int MaximumValue = 120;

    /// <summary>The conditions that decided.</summary>
    public static string Of(ImmutableArray<DecidingCondition> deciding)
    {
        if (deciding.IsEmpty) return "the resource is of a type that the policy does not allow";
        var shown = string.Join("; ", deciding.Take(MaximumConditions).Select(Text));
        return deciding.Length <= MaximumConditions ? shown : $"{shown}; and {deciding.Length - MaximumConditions} more";
    }

    /// <summary>Why the verdict is not known.</summary>
    public static string Of(ImmutableArray<UnresolvedRead> reads) =>
        $"not known before the deployment: {string.Join("; ", reads.Take(MaximumConditions).Select(read => $"{Shortened(read.Subject)} is {Shortened(read.Expression)}"))}";

    private static string Text(DecidingCondition condition)
    {
        var expression = condition.Expression;
        var value = IsSecret(expression) ? SecretPaths.Hidden : ValueText(expression.ExpressionValue);
        return $"{Shortened(DecidingCondition.Subject(expression))} is {value}; expected: {OperatorNames.Name(condition.Expected)} {Shortened(DecidingCondition.Text(condition.ExpectedOperand))}";
    }

    // What is inside of an object may be secret.
    private static string ValueText(PolicyValue value) => value switch
    {
        ObjectValue => "an object",
        ArrayValue array when array.Items.Any(item => item is ObjectValue or ArrayValue) => $"a list of {array.Items.Length}",
        _ => Shortened(DecidingCondition.Text(value)),
    };

    // That a secret is there, or is none, tells nothing of it.
    private static bool IsSecret(EvaluatedExpression expression) =>
        expression is { ExpressionKind: not "Count", ExpressionValue: not (UndefinedValue or NullValue or BooleanValue) } && SecretPaths.Holds(expression.Path);

    private static string Shortened(string text) => text.Length <= MaximumValue ? text : string.Concat(text.AsSpan(0, MaximumValue - 3), "...");
}
