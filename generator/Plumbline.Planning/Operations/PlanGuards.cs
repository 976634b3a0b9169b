using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Planning.Roles;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Operations;

/// <summary>What the guards of an environment have against a plan.</summary>
internal sealed class PlanGuards(DeploymentEnvironment environment, PlanChoices choices)
{
    /// <summary>The refusals; none when the plan may be applied.</summary>
    public ImmutableArray<Diagnostic> Check(ImmutableArray<PlanOperation> operations)
    {
        var superseded = operations.Select(operation => operation.Supersedes).OfType<string>().ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<PlanOperation> deletes = [.. operations.Where(operation => operation.Action == PlanAction.Delete && operation.Kind != ArmObjectKind.RoleAssignment && !superseded.Contains(operation.Id))];
        return [.. Count(deletes), .. deletes.SelectMany(Protected), .. operations.SelectMany(Privileged)];
    }

    // Who destroys has said so, and confirms the plan.
    private IEnumerable<Diagnostic> Count(ImmutableArray<PlanOperation> deletes)
    {
        var maximum = environment.Guards.MaximumDeletes;
        if (deletes.Length > maximum && !choices.Destroy) yield return DiagnosticCatalog.TooManyDeletes(environment.At, deletes.Length, maximum);
    }

    private IEnumerable<Diagnostic> Protected(PlanOperation delete) =>
        environment.Guards.Protect.Where(pattern => NamePattern.Covers(pattern, delete.Id)).Take(1).Select(pattern => DiagnosticCatalog.ProtectedDelete(environment.At, delete.Id, pattern));

    private IEnumerable<Diagnostic> Privileged(PlanOperation operation)
    {
        if (operation is not { Action: PlanAction.Create, Principal: { } principal } || !WellKnownRoles.IsPrivileged(principal.RoleDefinitionId) || IsAllowed(principal)) yield break;
        var assignment = environment.Assignments.FirstOrDefault(one => ObjectOperations.Source(one.At) == operation.Source);
        yield return DiagnosticCatalog.PrivilegedRole(assignment?.At ?? environment.At, operation.Title, principal.AssignmentId[(principal.AssignmentId.LastIndexOf('/') + 1)..], string.Join(", ", principal.Because));
    }

    private bool IsAllowed(RolePrincipal principal) => environment.Guards.PrivilegedRoles.Any(allowed =>
        string.Equals(allowed, principal.RoleName, StringComparison.OrdinalIgnoreCase) || WellKnownRoles.GuidOf(allowed) == WellKnownRoles.GuidOf(principal.RoleDefinitionId));
}
