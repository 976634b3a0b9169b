using System.Collections.Immutable;

namespace Plumbline.Planning.Environments;

/// <summary>What a plan may not do without being told so.</summary>
/// <param name="MaximumDeletes">How many objects a plan may delete.</param>
/// <param name="Protect">Names or ids of objects that are never deleted; <c>*</c> stands for any text.</param>
/// <param name="PrivilegedRoles">Names or ids of privileged roles that identities may get (Owner, User Access Administrator, Role Based Access Control Administrator are refused otherwise).</param>
public sealed record DeploymentGuards(int MaximumDeletes, ImmutableArray<string> Protect, ImmutableArray<string> PrivilegedRoles)
{
    /// <summary>Whether a definition or initiative that changes has to have a higher version; when not, a lower or equal one is a warning.</summary>
    public bool RequiresVersions { get; init; }

    /// <summary>When nothing is configured: ten deletes, no privileged role.</summary>
    public static DeploymentGuards Default { get; } = new(10, [], []);
}
