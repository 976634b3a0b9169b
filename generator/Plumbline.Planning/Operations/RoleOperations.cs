using System.Collections.Immutable;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Roles;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operations;

/// <summary>Makes the operations that give the identities of assignments what they need.</summary>
internal sealed class RoleOperations(DesiredState desired, LiveState live)
{
    /// <summary>The placeholder for the name of a role assignment whose principal does not exist yet.</summary>
    public const string UnknownName = "{principal}";

    private readonly ILookup<string, ArmObject> byPrincipal = live.Of(ArmObjectKind.RoleAssignment).ToLookup(PrincipalOf, StringComparer.OrdinalIgnoreCase);

    /// <summary>The roles to give, and the ids of role assignments that are needed.</summary>
    /// <param name="assignment">Whose identity.</param>
    /// <param name="needs">What it needs.</param>
    /// <param name="dependsOn">The operation that makes the assignment or changes it, or null.</param>
    public (ImmutableArray<PlanOperation> Operations, ImmutableArray<string> Needed) For(DesiredAssignment assignment, ImmutableArray<RoleNeed> needs, PlanOperation? dependsOn)
    {
        if (assignment.Declaration.Identity is not { } identity || (identity.UserAssignedId is not null && identity.PrincipalId is null)) return ([], []);
        var principal = identity.UserAssignedId is not null ? identity.PrincipalId : SystemPrincipal(assignment);
        var held = needs.Select(need => (Need: need, Existing: principal is null ? null : Existing(principal, need))).ToImmutableArray();
        return (
            [.. held.Where(one => one.Existing is null).Select(one => Give(assignment, one.Need, principal, dependsOn))],
            [.. held.Select(one => one.Existing?.Id).OfType<string>()]);
    }

    /// <summary>The principal of a role assignment; empty when it has none.</summary>
    public static string PrincipalOf(ArmObject role) => role.Properties["principalId"] is TextValue principal ? principal.Value : "";

    /// <summary>The role of a role assignment; empty when it has none.</summary>
    public static string RoleOf(ArmObject role) => role.Properties["roleDefinitionId"] is TextValue id ? id.Value : "";

    // The identity of an assignment that has another kind of identity now goes with that.
    private string? SystemPrincipal(DesiredAssignment assignment) =>
        live.Find(assignment.Object.Id) is { } existing && NormalForms.Identity(existing.Document["identity"]) is ObjectValue identity && identity["type"] is TextValue { Value: "SystemAssigned" }
            ? existing.PrincipalId
            : null;

    private ArmObject? Existing(string principal, RoleNeed need) => byPrincipal[principal].FirstOrDefault(role =>
        WellKnownRoles.GuidOf(RoleOf(role)) == need.RoleGuid && string.Equals(role.Scope, need.Scope, StringComparison.OrdinalIgnoreCase));

    private PlanOperation Give(DesiredAssignment assignment, RoleNeed need, string? principal, PlanOperation? dependsOn)
    {
        var name = principal is null ? UnknownName : NameGuid.OfRole(assignment.Object.Id, principal, need.RoleGuid, need.Scope).ToString("D");
        var roleDefinitionId = $"{(ArmScope.Parse(need.Scope) is { Kind: not ArmScopeKind.ManagementGroup } scope ? scope.Root : "")}{ArmObjectKinds.Provider}roleDefinitions/{need.RoleGuid}";
        (string Name, PolicyValue Value)[] properties =
        [
            ("roleDefinitionId", new TextValue(roleDefinitionId)),
            ("principalId", principal is null ? UndefinedValue.Instance : new TextValue(principal)),
            ("principalType", new TextValue("ServicePrincipal")),
            ("description", new TextValue(OwnershipMark.RolePrefix(desired.Environment) + assignment.Declaration.Name)),
        ];
        var body = PolicyValueReader.Object(("properties", new ObjectValue([.. PolicyValueReader.Object(properties).Properties.Where(property => property.Value is not UndefinedValue)])));
        return new(
            OperationKey.OfRole(PlanPhase.Roles, assignment.Object.Id, need.RoleGuid, need.Scope),
            PlanLane.Rbac,
            PlanPhase.Roles,
            ArmObjectKind.RoleAssignment,
            ArmObjectKind.RoleAssignment.IdAt(need.Scope, name),
            PlanAction.Create,
            body,
            ObjectOperations.Source(assignment.Declaration.At))
        {
            Title = need.Title,
            Risk = PlanRisk.Review,
            DependsOn = dependsOn is null ? [] : [dependsOn.Op],
            Principal = new(assignment.Object.Id, principal, roleDefinitionId, WellKnownRoles.NameOf(need.RoleGuid), need.Scope, need.Because),
        };
    }
}
