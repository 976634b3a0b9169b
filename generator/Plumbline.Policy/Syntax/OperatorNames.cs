using System.Collections.Frozen;

namespace Plumbline.Policy.Syntax;

/// <summary>The operators' spelling in JSON.</summary>
public static class OperatorNames
{
    private static readonly FrozenDictionary<string, Operator> ByName =
        Enum.GetValues<Operator>().ToFrozenDictionary(Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All 19 names as Azure documents them.</summary>
    public static IEnumerable<string> All => ByName.Keys;

    /// <summary>The name as Azure documents it, such as <c>notEquals</c>.</summary>
    public static string Name(Operator value) => value switch
    {
        Operator.Equals => "equals",
        Operator.NotEquals => "notEquals",
        Operator.Greater => "greater",
        Operator.GreaterOrEquals => "greaterOrEquals",
        Operator.Less => "less",
        Operator.LessOrEquals => "lessOrEquals",
        Operator.Exists => "exists",
        Operator.In => "in",
        Operator.NotIn => "notIn",
        Operator.Like => "like",
        Operator.NotLike => "notLike",
        Operator.Match => "match",
        Operator.NotMatch => "notMatch",
        Operator.MatchInsensitively => "matchInsensitively",
        Operator.NotMatchInsensitively => "notMatchInsensitively",
        Operator.Contains => "contains",
        Operator.NotContains => "notContains",
        Operator.ContainsKey => "containsKey",
        Operator.NotContainsKey => "notContainsKey",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not an operator."),
    };

    /// <summary>Finds an operator by its name in any case.</summary>
    public static bool TryParse(string name, out Operator value) => ByName.TryGetValue(name, out value);
}
