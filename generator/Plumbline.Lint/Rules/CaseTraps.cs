using Plumbline.Policy.Expressions;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Comparisons in expressions that regard case, unlike the operators of conditions.</summary>
internal static class CaseTraps
{
    private static readonly string[] Readers = ["field", "current", "resourceGroup", "subscription", "requestContext"];

    /// <summary>What is wrong with the first such comparison of an expression, or null.</summary>
    public static string? First(Expression expression) => ExpressionCalls.Of(expression).Select(Describe).OfType<string>().FirstOrDefault();

    private static string? Describe(CallExpression call)
    {
        if (!Is(call, "equals") || call.Arguments is not [var left, var right]) return null;
        var (literal, other) = right is LiteralExpression ? (right, left) : (left, right);
        if (literal is not LiteralExpression { Value: TextValue { Value: var text } } || !text.Any(char.IsLetter)) return null;
        return other switch
        {
            CallExpression lower when Is(lower, "toLower") => text.Any(char.IsUpper) ? $"equals() compares toLower(...) with '{text}', which has capital letters: they are never equal" : null,
            CallExpression upper when Is(upper, "toUpper") => text.Any(char.IsLower) ? $"equals() compares toUpper(...) with '{text}', which has small letters: they are never equal" : null,
            _ => ReadsText(other) ? $"equals() regards case, so '{text}' is not found when the resource has it in other letters" : null,
        };
    }

    // Whatever changes the case on the way, or answers with something else than a text of the resource, is no trap.
    private static bool ReadsText(Expression expression) => expression switch
    {
        CallExpression call => Readers.Contains(call.Name, StringComparer.OrdinalIgnoreCase),
        AccessExpression access => ReadsText(access.Target),
        _ => false,
    };

    private static bool Is(CallExpression call, string name) => string.Equals(call.Name, name, StringComparison.OrdinalIgnoreCase);
}
