using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Expressions;

namespace Plumbline.Lint.Framework;

/// <summary>A template expression of the rule: the text of a string, or of a key.</summary>
/// <param name="Token">The string it was written as.</param>
/// <param name="Expression">The expression.</param>
public sealed record ExpressionNode(JValue Token, Expression Expression)
{
    /// <summary>The nodes of the expression, those outside before those inside.</summary>
    public IEnumerable<Expression> Nodes => Walk(Expression);

    /// <summary>The calls of a function, its name in any case.</summary>
    public IEnumerable<CallExpression> Calls(string name) => Nodes.OfType<CallExpression>().Where(call => string.Equals(call.Name, name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Expression> Walk(Expression node) => node switch
    {
        CallExpression call => call.Arguments.SelectMany(Walk).Prepend(node),
        AccessExpression access => Walk(access.Target).Concat(Walk(access.Key)).Prepend(node),
        _ => ImmutableArray.Create(node),
    };
}
