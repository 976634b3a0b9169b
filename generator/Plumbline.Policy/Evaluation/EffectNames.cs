using System.Collections.Frozen;

namespace Plumbline.Policy.Evaluation;

/// <summary>The effects of Azure Policy.</summary>
public static class EffectNames
{
    /// <summary>Report that the resource violates the definition.</summary>
    public const string Audit = "Audit";

    /// <summary>Refuse the request.</summary>
    public const string Deny = "Deny";

    /// <summary>Do not evaluate.</summary>
    public const string Disabled = "Disabled";

    /// <summary>Report that a related resource is missing.</summary>
    public const string AuditIfNotExists = "AuditIfNotExists";

    /// <summary>Deploy a related resource that is missing.</summary>
    public const string DeployIfNotExists = "DeployIfNotExists";

    /// <summary>Change the request.</summary>
    public const string Modify = "Modify";

    /// <summary>Add to the request.</summary>
    public const string Append = "Append";

    /// <summary>Refuse an action on the resource.</summary>
    public const string DenyAction = "DenyAction";

    /// <summary>Somebody attests.</summary>
    public const string Manual = "Manual";

    private static readonly FrozenSet<string> Names = new[] { Audit, Deny, Disabled, AuditIfNotExists, DeployIfNotExists, Modify, Append, DenyAction, Manual }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The effect's name as Azure documents it, from any case; null for one that Azure Resource Manager does not evaluate.</summary>
    public static string? Canonical(string name) => Names.TryGetValue(name, out var canonical) ? canonical : null;

    /// <summary>Whether the effect looks at related resources.</summary>
    public static bool IsIfNotExists(string canonical) => canonical is AuditIfNotExists or DeployIfNotExists;
}
