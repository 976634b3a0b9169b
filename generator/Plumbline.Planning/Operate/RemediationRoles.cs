using System.Collections.Immutable;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Roles;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Operate;

/// <summary>Tells which roles the identity of an assignment needs for a remediation and does not have: said before it starts, not once for each resource.</summary>
public static class RemediationRoles
{
    /// <summary>A problem for each role that is missing.</summary>
    /// <param name="deployed">What is deployed.</param>
    /// <param name="assignment">The assignment.</param>
    /// <param name="members">The policies to remediate.</param>
    /// <param name="held">The roles of its identity at, above and below its scope.</param>
    /// <param name="at">Where the remediation was asked for.</param>
    public static ImmutableArray<Diagnostic> Missing(
        DeployedPolicies deployed, DeployedAssignment assignment, IEnumerable<DeployedMember> members, ImmutableArray<HeldRole> held, SourceLocation at)
    {
        var environment = deployed.Environment with { Assignments = [] };
        var nothing = new PolicyDocuments([], [], []);
        var world = new PolicyWorld(new DesiredDocuments(environment, nothing, LiveState.Empty), nothing, new LiveState([], [.. deployed.Definitions], "arm"));
        var declaration = new AssignmentDeclaration(assignment.DeclaredName, ArmObjectKind.PolicyAssignment, assignment.Policy.PolicyDefinitionId, [assignment.Scope], at);
        var body = new DesiredObject(ArmObjectKind.PolicyAssignment, assignment.Id, assignment.Object.Document, at);
        var (needs, _) = RoleNeeds.Of(new DesiredAssignment(body, declaration, assignment.Scope, [], [.. members.Select(member => member.Effect)]), world);
        return
        [
            .. from need in needs
               where !assignment.Principals.Any(principal => held.Any(role => string.Equals(role.PrincipalId, principal, StringComparison.OrdinalIgnoreCase) && Covers(role, need, assignment)))
               select DiagnosticCatalog.RemediationRoleMissing(at, need.Title, assignment.DeclaredName, need.Scope, string.Join(", ", need.Because)),
        ];
    }

    private static bool Covers(HeldRole role, RoleNeed need, DeployedAssignment assignment) => IsEnough(role.RoleDefinitionId, need.RoleGuid) && Reaches(role.Scope, need.Scope, assignment);

    // Owner may do everything, Contributor everything but give roles.
    private static bool IsEnough(string held, string needed) =>
        WellKnownRoles.GuidOf(held) == needed
        || WellKnownRoles.NameOf(held) == "Owner"
        || (WellKnownRoles.NameOf(held) == "Contributor" && !WellKnownRoles.IsPrivileged(needed));

    // The list at a scope holds what is inherited from management groups above, whose ids do not tell.
    private static bool Reaches(string held, string needed, DeployedAssignment assignment) =>
        held.Trim('/').Length == 0
        || ArmScope.Contains(held, needed)
        || (ArmScope.Parse(held)?.Kind == ArmScopeKind.ManagementGroup && !string.Equals(held, assignment.Scope, StringComparison.OrdinalIgnoreCase) && ArmScope.Contains(assignment.Scope, needed));
}
