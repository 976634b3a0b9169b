using System.Collections.Immutable;

namespace Plumbline.Generation.Catalog;

/// <summary>The effects, spelled as Azure documents their values in <c>allowedValues</c>, and which can stand in for each other.</summary>
public static class EffectNames
{
    /// <summary>The effects a definition of the catalog may have.</summary>
    public static ImmutableArray<string> All { get; } =
        ["Audit", "Deny", "Modify", "Append", "AuditIfNotExists", "DeployIfNotExists", "DenyAction", "Manual", "Disabled"];

    /// <summary>What is evaluated on the resource itself; <c>Disabled</c> goes with every family.</summary>
    public static ImmutableArray<string> OnTheResource { get; } = ["Audit", "Deny", "Disabled"];

    /// <summary>What is evaluated on a related resource.</summary>
    public static ImmutableArray<string> OnRelatedResources { get; } = ["AuditIfNotExists", "Disabled"];

    /// <summary>What repairs the resource itself. Auditing is the safe default: nothing changes before somebody asks for it.</summary>
    public static ImmutableArray<string> Modifying { get; } = ["Audit", "Modify", "Disabled"];

    /// <summary>What repairs by deploying a related resource; the default is safe, as above.</summary>
    public static ImmutableArray<string> Deploying { get; } = ["AuditIfNotExists", "DeployIfNotExists", "Disabled"];

    /// <summary>Whether the effect neither blocks nor changes anything: what a default may be.</summary>
    public static bool IsSafe(string effect) => effect.ToUpperInvariant() is "AUDIT" or "AUDITIFNOTEXISTS" or "MANUAL" or "DISABLED";

    /// <summary>What waits for an attestation.</summary>
    public static ImmutableArray<string> Attesting { get; } = ["Manual", "Disabled"];
}
