namespace Plumbline.Policy.Syntax;

/// <summary>Operators and what says the opposite.</summary>
public static class OperatorComplements
{
    /// <summary>
    /// The operator that holds of exactly the values that this one does not hold of; null for <c>exists</c>, whose operand is turned round instead,
    /// and for the ordering operators: values that cannot be compared satisfy neither <c>greater</c> nor <c>lessOrEquals</c>.
    /// </summary>
    public static Operator? Exact(Operator value) => value switch
    {
        Operator.Equals => Operator.NotEquals,
        Operator.NotEquals => Operator.Equals,
        Operator.In => Operator.NotIn,
        Operator.NotIn => Operator.In,
        Operator.Like => Operator.NotLike,
        Operator.NotLike => Operator.Like,
        Operator.Match => Operator.NotMatch,
        Operator.NotMatch => Operator.Match,
        Operator.MatchInsensitively => Operator.NotMatchInsensitively,
        Operator.NotMatchInsensitively => Operator.MatchInsensitively,
        Operator.Contains => Operator.NotContains,
        Operator.NotContains => Operator.Contains,
        Operator.ContainsKey => Operator.NotContainsKey,
        Operator.NotContainsKey => Operator.ContainsKey,
        _ => null,
    };

    /// <summary>The opposite of an ordering operator among values that can be compared; any other operator is returned as it is.</summary>
    public static Operator OfOrder(Operator value) => value switch
    {
        Operator.Greater => Operator.LessOrEquals,
        Operator.LessOrEquals => Operator.Greater,
        Operator.Less => Operator.GreaterOrEquals,
        Operator.GreaterOrEquals => Operator.Less,
        _ => value,
    };
}
