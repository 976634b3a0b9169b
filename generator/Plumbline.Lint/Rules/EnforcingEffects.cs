using System.Collections.Frozen;

namespace Plumbline.Lint.Rules;

/// <summary>The effects that refuse or change resources, with the one that only tells.</summary>
internal static class EnforcingEffects
{
    private static readonly FrozenDictionary<string, string> Safe = new Dictionary<string, string>
    {
        ["deny"] = "audit",
        ["append"] = "audit",
        ["modify"] = "audit",
        ["deployIfNotExists"] = "auditIfNotExists",
        ["denyAction"] = "auditAction",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The effect to start with instead; null for one that does not enforce.</summary>
    public static string? SafeInsteadOf(string effect) => Safe.GetValueOrDefault(effect);
}
