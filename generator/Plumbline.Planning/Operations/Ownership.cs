using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Operations;

/// <summary>Whether objects in the way of what is declared may be touched.</summary>
internal sealed class Ownership(DeploymentEnvironment environment, PlanChoices choices)
{
    /// <summary>Whether an object has our mark.</summary>
    public bool IsOurs(ArmObject live) => live.Kind == ArmObjectKind.RoleAssignment ? OwnershipMark.IsRoleOf(environment, live) : OwnershipMark.IsOf(environment, live);

    /// <summary>Why an existing object may not be written, or null.</summary>
    public Diagnostic? Problem(DesiredObject wanted, ArmObject? live)
    {
        if (live is null || IsOurs(live)) return null;
        var owner = OwnershipMark.OwnerOf(environment, live);
        if (owner != "unmarked") return DiagnosticCatalog.ObjectIsForeign(wanted.At, live.Id, owner);
        return choices.Adopt.Any(pattern => NamePattern.Covers(pattern, live.Id)) ? null : DiagnosticCatalog.ObjectUnmarked(wanted.At, live.Id);
    }

    /// <summary>The objects that were seen and stay untouched.</summary>
    public ImmutableArray<Plans.ForeignObject> Foreign(LiveState live, ImmutableHashSet<string> wanted) =>
    [
        .. live.Objects
            .Where(one => one.Kind != ArmObjectKind.RoleAssignment && !IsOurs(one) && !wanted.Contains(one.Id))
            .OrderBy(one => one.Id, StringComparer.Ordinal)
            .Select(one => new Plans.ForeignObject(one.Id, OwnershipMark.OwnerOf(environment, one))),
    ];
}
