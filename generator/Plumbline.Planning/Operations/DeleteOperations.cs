using System.Collections.Immutable;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Roles;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>Makes the deletes of what is ours and not wanted any more: what refers to something goes before it.</summary>
internal sealed class DeleteOperations(LiveState live, Ownership ownership, SourceLocation at)
{
    /// <summary>The deletes, and those that something else stands in the way of.</summary>
    /// <param name="wanted">The ids that stay.</param>
    public (ImmutableArray<PlanOperation> Operations, ImmutableArray<Diagnostic> Diagnostics) For(ImmutableHashSet<string> wanted)
    {
        var unwanted = live.Objects.Where(one => ownership.IsOurs(one) && !wanted.Contains(one.Id)).OrderBy(one => one.Id, StringComparer.Ordinal).ToImmutableArray();
        var ids = unwanted.Select(one => one.Id).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return ([.. unwanted.Select(one => Delete(one, unwanted))], [.. unwanted.Select(one => Referenced(one, ids)).OfType<Diagnostic>()]);
    }

    private static PlanOperation Delete(ArmObject one, ImmutableArray<ArmObject> unwanted) =>
        new(OperationKey.Of(PlanPhase.Deletes, one.Kind, one.Id), ObjectOperations.LaneOf(one.Kind), PlanPhase.Deletes, one.Kind, one.Id, PlanAction.Delete, null, null)
        {
            Title = TitleOf(one),
            Reasons = ["notDeclared"],
            Risk = PlanRisk.Destructive,
            Precondition = ObjectOperations.Exists(one),
            Inverse = new PlanInverse(Comparison.WritableBody.Of(one)),
            DependsOn = [.. unwanted.Where(other => other.Id != one.Id && RefersTo(other, one)).Select(other => OperationKey.Of(PlanPhase.Deletes, other.Kind, other.Id)).Order(StringComparer.Ordinal)],
        };

    private static string TitleOf(ArmObject one) => one.Kind == ArmObjectKind.RoleAssignment
        ? WellKnownRoles.NameOf(RoleOperations.RoleOf(one)) ?? WellKnownRoles.GuidOf(RoleOperations.RoleOf(one))
        : one.Properties["displayName"] is TextValue { Value.Length: > 0 } title ? title.Value : one.Name;

    // Azure refuses to delete a definition that is in use.
    private Diagnostic? Referenced(ArmObject one, ImmutableHashSet<string> deleted)
    {
        var referrers = live.Objects.Where(other => !deleted.Contains(other.Id) && !ownership.IsOurs(other) && RefersTo(other, one)).Select(other => $"'{other.Id}'").Order(StringComparer.Ordinal).ToImmutableArray();
        return referrers.IsEmpty ? null : DiagnosticCatalog.DeleteReferenced(at, one.Id, string.Join(", ", referrers));
    }

    /// <summary>Whether an object is deleted before another: it uses it, or it is the right of its identity.</summary>
    private static bool RefersTo(ArmObject other, ArmObject one) => other.Kind switch
    {
        ArmObjectKind.PolicySetDefinition => one.Kind == ArmObjectKind.PolicyDefinition && Desired.PlaceholderScope.Members(other.Properties).Any(member => IsSame(Desired.PlaceholderScope.DefinitionIdOf(member), one.Id)),
        ArmObjectKind.PolicyAssignment => one.Kind is ArmObjectKind.PolicyDefinition or ArmObjectKind.PolicySetDefinition && Is(other, "policyDefinitionId", one.Id),
        ArmObjectKind.PolicyExemption => one.Kind == ArmObjectKind.PolicyAssignment && Is(other, "policyAssignmentId", one.Id),
        ArmObjectKind.RoleAssignment => one.Kind == ArmObjectKind.PolicyAssignment && one.PrincipalId is { } principal && IsSame(RoleOperations.PrincipalOf(other), principal),
        _ => false,
    };

    private static bool Is(ArmObject one, string property, string id) => one.Properties[property] is TextValue text && IsSame(text.Value, id);

    private static bool IsSame(string left, string right) => string.Equals(left.TrimEnd('/'), right.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
