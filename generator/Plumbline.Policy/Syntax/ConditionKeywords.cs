namespace Plumbline.Policy.Syntax;

/// <summary>The keys that conditions know, besides the operators.</summary>
internal static class ConditionKeywords
{
    public static readonly string[] Logical = ["allOf", "anyOf", "not"];

    public static readonly string[] Subjects = ["field", "value", "count"];

    public static readonly string[] Count = ["field", "value", "name", "where"];

    /// <summary>Every key that a condition may have.</summary>
    public static readonly string[] All = [.. Logical, .. Subjects, .. OperatorNames.All];

    public static bool IsLogical(string key) => Logical.Contains(key, StringComparer.OrdinalIgnoreCase);

    public static bool IsSubject(string key) => Subjects.Contains(key, StringComparer.OrdinalIgnoreCase);
}
