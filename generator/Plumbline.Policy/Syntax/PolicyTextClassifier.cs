using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>Tells what a JSON object is by its keys.</summary>
internal static class PolicyTextClassifier
{
    private static readonly string[] Rule = ["if", "then"];

    private static readonly string[] Wrapper = ["properties", "policyRule"];

    private static readonly string[] Definition = ["displayName", "description", "mode", "metadata", "parameters"];

    // Two of the condition's own keys ("value", "count") are too common to tell anything about a document with a definition's keys.
    public static PolicyTextKind Classify(JObject item)
    {
        if (IsInitiative(item)) return PolicyTextKind.Unknown;
        if (HasAny(item, Wrapper)) return PolicyTextKind.Definition;
        if (HasAny(item, Rule)) return PolicyTextKind.Rule;
        if (item.Properties().Any(property => IsConditionKey(property.Name))) return PolicyTextKind.Condition;
        return HasAny(item, Definition) ? PolicyTextKind.Definition : PolicyTextKind.Unknown;
    }

    /// <summary>What an object is that is none of the kinds.</summary>
    public static string Describe(JObject item) =>
        IsInitiative(item) ? "an initiative"
        : item.Count == 0 ? "an empty object"
        : $"an object with the key '{item.Properties().First().Name}'";

    /// <summary>A keyword that one of the keys may be meant for.</summary>
    public static string? Nearest(JObject item)
    {
        string[] known = [.. Wrapper, .. Rule, .. ConditionKeywords.Logical, .. ConditionKeywords.Subjects, .. OperatorNames.All];
        return IsInitiative(item) ? null : item.Properties().Take(20).Select(property => NearestName.Find(property.Name, known)).FirstOrDefault(name => name is not null);
    }

    private static bool IsInitiative(JObject item) =>
        Has(item, "policyDefinitions") || (item.GetValue("properties", StringComparison.OrdinalIgnoreCase) is JObject properties && Has(properties, "policyDefinitions") && !Has(properties, "policyRule"));

    private static bool IsConditionKey(string key) => ConditionKeywords.IsLogical(key) || ConditionKeywords.IsSubject(key) || OperatorNames.TryParse(key, out _);

    private static bool HasAny(JObject item, string[] keys) => keys.Any(key => Has(item, key));

    private static bool Has(JObject item, string key) => item.TryGetValue(key, StringComparison.OrdinalIgnoreCase, out _);
}
