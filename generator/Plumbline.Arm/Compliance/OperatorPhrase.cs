using System.Collections.Frozen;

namespace Plumbline.Arm.Compliance;

/// <summary>Says in words what a condition asks for, and its opposite.</summary>
internal static class OperatorPhrase
{
    private static readonly FrozenDictionary<string, (string Opposite, string Words)> Known = new Dictionary<string, (string, string)>
    {
        ["Equals"] = ("NotEquals", "{0}"),
        ["NotEquals"] = ("Equals", "not {0}"),
        ["Greater"] = ("LessOrEquals", "greater than {0}"),
        ["GreaterOrEquals"] = ("Less", "at least {0}"),
        ["Less"] = ("GreaterOrEquals", "less than {0}"),
        ["LessOrEquals"] = ("Greater", "at most {0}"),
        ["In"] = ("NotIn", "one of {0}"),
        ["NotIn"] = ("In", "none of {0}"),
        ["Like"] = ("NotLike", "like {0}"),
        ["NotLike"] = ("Like", "not like {0}"),
        ["Match"] = ("NotMatch", "matching {0}"),
        ["NotMatch"] = ("Match", "not matching {0}"),
        ["MatchInsensitively"] = ("NotMatchInsensitively", "matching {0}"),
        ["NotMatchInsensitively"] = ("MatchInsensitively", "not matching {0}"),
        ["Contains"] = ("NotContains", "containing {0}"),
        ["NotContains"] = ("Contains", "not containing {0}"),
        ["ContainsKey"] = ("NotContainsKey", "with the key {0}"),
        ["NotContainsKey"] = ("ContainsKey", "without the key {0}"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a value must be for a condition to hold (<paramref name="holds"/>) or not to hold.</summary>
    /// <param name="name">The operator as Azure Policy names it.</param>
    /// <param name="target">The operand, as shown.</param>
    /// <param name="holds">Whether a compliant resource satisfies the condition.</param>
    public static string Expected(string name, string target, bool holds)
    {
        if (string.Equals(name, "Exists", StringComparison.OrdinalIgnoreCase))
            return IsFalse(target) == holds ? "not set" : "set";
        if (!Known.TryGetValue(name, out var phrase)) return $"{(holds ? string.Empty : "not ")}{name} {target}";
        return (holds ? phrase.Words : Known[phrase.Opposite].Words).Replace("{0}", target, StringComparison.Ordinal);
    }

    /// <summary>The demand as the second half of a sentence.</summary>
    public static string Demand(string expected) =>
        expected.StartsWith("not ", StringComparison.Ordinal) ? $"must not be {expected[4..]}" : $"must be {expected}";

    // A rule may write the operand of exists as text.
    private static bool IsFalse(string target) => string.Equals(target.Trim('"'), "false", StringComparison.OrdinalIgnoreCase);
}
