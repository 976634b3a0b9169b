using System.Collections.Frozen;
using Newtonsoft.Json.Linq;

namespace Plumbline.Policy.Syntax;

/// <summary>The effects that Azure documents, and how the form of their details is found.</summary>
internal static class EffectFamilies
{
    private static readonly FrozenDictionary<string, EffectFamily> ByEffect = new Dictionary<string, EffectFamily>
    {
        ["Audit"] = EffectFamily.None,
        ["Deny"] = EffectFamily.None,
        ["Disabled"] = EffectFamily.None,
        ["AuditIfNotExists"] = EffectFamily.Existence,
        ["DeployIfNotExists"] = EffectFamily.Existence,
        ["Modify"] = EffectFamily.Modify,
        ["Append"] = EffectFamily.Append,
        ["DenyAction"] = EffectFamily.DenyAction,
        ["Manual"] = EffectFamily.Manual,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Effects of resource provider modes, now and formerly: Azure has them, and Azure Resource Manager does not act on them.
    private static readonly FrozenSet<string> OfProviders =
        new[] { "Mutate", "AddToNetworkGroup", "AuditAction", "EnforceOPAConstraint", "EnforceRegoPolicy" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The effects to offer instead of a misspelled one.</summary>
    public static IEnumerable<string> Names => [.. ByEffect.Keys, .. OfProviders];

    /// <summary>Whether Azure documents the effect, in any case.</summary>
    public static bool IsKnown(string effect) => ByEffect.ContainsKey(effect) || OfProviders.Contains(effect);

    /// <summary>The family of a literal effect; null when the name does not say it.</summary>
    public static EffectFamily? OfName(string effect) => ByEffect.TryGetValue(effect, out var family) ? family : null;

    /// <summary>The family that the details look like; null when they look like none or like two.</summary>
    public static EffectFamily? OfShape(JToken? details)
    {
        if (details is JArray) return EffectFamily.Append;
        if (details is not JObject item) return null;
        var (existence, modify) = (Has(item, "existenceCondition") || Has(item, "type"), Has(item, "operations"));
        if (existence || modify) return existence && modify ? null : existence ? EffectFamily.Existence : EffectFamily.Modify;
        return Has(item, "field") && Has(item, "value") ? EffectFamily.Append : null;
    }

    private static bool Has(JObject item, string key) => item.TryGetValue(key, StringComparison.OrdinalIgnoreCase, out _);
}
