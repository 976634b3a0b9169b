using Plumbline.Arm.Reading;
using Plumbline.Arm.Sending;
using Plumbline.Planning.Comparison;
using Plumbline.Planning.Journals;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Roles;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Applying;

/// <summary>Finds whom a role is given to: the identity of an assignment, which is known only once that exists.</summary>
internal sealed class RolePrincipals(ArmSender sender, ObjectClient client, PlanEnvironment environment, RunJournal journal)
{
    /// <summary>The role assignment that an operation, or what undoes it, writes for the principal there is now.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="role">Whose role it is.</param>
    /// <param name="body">The body as planned.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<(string Id, ObjectValue Body, OperationEnd? Problem)> ResolveAsync(PlanOperation operation, RolePrincipal role, ObjectValue body, CancellationToken cancellation)
    {
        var waited = TimeSpan.Zero;
        for (var looks = 1; ; looks++)
        {
            var (assignment, _, failure) = await client.GetAsync(ArmObjectKind.PolicyAssignment, role.AssignmentId, cancellation);
            if (failure is not null) return (operation.Id, body, new OperationEnd.Failed(ApplyFailures.Of(failure, ApplyFailures.At(operation))));
            if (assignment is not null && PrincipalOf(assignment, role) is { } principal) return (IdOf(role, principal), BodyOf(role, principal, body), null);
            if (waited >= sender.Rules.PrincipalBudget) return (operation.Id, body, Missing(operation, role, waited));
            var wait = sender.Rules.ConsistencyWait(looks);
            journal.Wait(operation, $"the identity of {role.AssignmentId}");
            await sender.DelayAsync(wait, cancellation);
            waited += wait;
        }
    }

    /// <summary>The id of the role assignment of a principal.</summary>
    public static string IdOf(RolePrincipal role, string principal) =>
        ArmObjectKind.RoleAssignment.IdAt(role.Scope, NameGuid.OfRole(role.AssignmentId, principal, role.RoleDefinitionId, role.Scope).ToString());

    /// <summary>The principal that an assignment acts with: the planned one while the assignment still has it, else its only one.</summary>
    public static string? PrincipalOf(ArmObject assignment, RolePrincipal role)
    {
        var all = RoleSelection.PrincipalsOf(assignment).ToList();
        return all.Find(one => string.Equals(one, role.PrincipalId, StringComparison.OrdinalIgnoreCase)) ?? all.FirstOrDefault();
    }

    /// <summary>Whether a role assignment gives a principal the role at the scope, whatever its name.</summary>
    public static bool IsSame(ArmObject given, RolePrincipal role, string principal) =>
        given.Properties["principalId"] is TextValue holder && string.Equals(holder.Value, principal, StringComparison.OrdinalIgnoreCase)
        && given.Properties["roleDefinitionId"] is TextValue which && WellKnownRoles.GuidOf(which.Value) == WellKnownRoles.GuidOf(role.RoleDefinitionId)
        && string.Equals(given.Scope.TrimEnd('/'), role.Scope.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    // A new principal may be unknown to the directory that Azure asks; with its type it is believed.
    private ObjectValue BodyOf(RolePrincipal role, string principal, ObjectValue body)
    {
        var properties = body["properties"] as ObjectValue ?? new ObjectValue([]);
        properties = WritableBody.With(properties, "principalId", new TextValue(principal));
        properties = WritableBody.With(properties, "principalType", new TextValue("ServicePrincipal"));
        if (properties["roleDefinitionId"] is not TextValue) properties = WritableBody.With(properties, "roleDefinitionId", new TextValue(role.RoleDefinitionId));
        if (properties["description"] is not TextValue)
            properties = WritableBody.With(properties, "description", new TextValue($"plumbline:{environment.OwnerId}:{environment.Name}:{role.AssignmentId[(role.AssignmentId.LastIndexOf('/') + 1)..]}"));
        return WritableBody.With(body, "properties", properties);
    }

    private static OperationEnd.Failed Missing(PlanOperation operation, RolePrincipal role, TimeSpan waited)
    {
        var diagnostic = DiagnosticCatalog.PrincipalMissing(ApplyFailures.At(operation), role.AssignmentId, Patience.Words(waited));
        return new(ApplyFailures.Of(ApplyFailureKind.NotVisible, $"GET {role.AssignmentId}", diagnostic));
    }
}
