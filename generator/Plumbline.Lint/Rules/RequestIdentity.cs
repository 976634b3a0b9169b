using Plumbline.Policy.Expressions;
using Plumbline.Policy.Values;

namespace Plumbline.Lint.Rules;

/// <summary>Finds <c>requestContext().identity</c> in expressions.</summary>
internal static class RequestIdentity
{
    /// <summary>Whether it is anywhere in the expression.</summary>
    public static bool IsReadIn(Expression expression) => Parts(expression).Any(IsIdentity);

    /// <summary>Whether the expression selects a member of it.</summary>
    public static bool IsSelectedFrom(Expression expression) => Parts(expression).Any(part => part is AccessExpression access && IsIdentity(access.Target));

    private static bool IsIdentity(Expression part) =>
        part is AccessExpression { Target: CallExpression call, Key: LiteralExpression { Value: TextValue key } } && Is(call.Name, "requestContext") && Is(key.Value, "identity");

    private static IEnumerable<Expression> Parts(Expression expression) => expression switch
    {
        CallExpression call => call.Arguments.SelectMany(Parts).Prepend(call),
        AccessExpression access => Parts(access.Target).Concat(Parts(access.Key)).Prepend(access),
        _ => [expression],
    };

    private static bool Is(string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
