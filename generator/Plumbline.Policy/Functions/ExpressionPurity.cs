using System.Collections.Frozen;
using Plumbline.Policy.Expressions;

namespace Plumbline.Policy.Functions;

/// <summary>Tells which expressions have the same value for every resource.</summary>
internal static class ExpressionPurity
{
    private static readonly FrozenSet<string> Readers =
        new[] { "field", "current", "subscription", "resourceGroup", "policy", "requestContext", "claims", "utcNow" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the expression reads nothing but its parameters.</summary>
    public static bool IsConstant(Expression expression) => expression switch
    {
        CallExpression call => !Readers.Contains(call.Name) && call.Arguments.All(IsConstant),
        AccessExpression access => IsConstant(access.Target) && IsConstant(access.Key),
        _ => true,
    };
}
