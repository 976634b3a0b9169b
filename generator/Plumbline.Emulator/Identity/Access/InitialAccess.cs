using System.Collections.Immutable;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>The roles of a start: the built-in ones, and those that the configured principals hold.</summary>
internal static class InitialAccess
{
    /// <summary>The state with them. They are added again on every start, so that nobody can lock the owner out for good.</summary>
    /// <exception cref="EmulatorStartException">A principal has a role or a scope that does not exist.</exception>
    public static ArmState Add(ArmState state, ImmutableArray<EmulatorPrincipal> principals)
    {
        if (principals.IsDefaultOrEmpty) throw new EmulatorStartException("There is no principal that could sign in. Give at least one, the owner first.");
        var withRoles = BuiltInRoles.All.Aggregate(state, (next, role) => next.With(role));
        return principals.Aggregate(withRoles, Grant);
    }

    private static ArmState Grant(ArmState state, EmulatorPrincipal principal)
    {
        if (!Guid.TryParse(principal.ObjectId, out _) || !Guid.TryParse(principal.AppId, out _))
            throw new EmulatorStartException($"The principal '{principal.DisplayName}' has an object id or a client id that is no GUID.");
        var role = BuiltInRoles.All.FirstOrDefault(role => Is(role.Id.Name, principal.RoleDefinition) || Is(RoleDefinition.Of(role).Name, principal.RoleDefinition))
            ?? throw new EmulatorStartException($"The principal '{principal.DisplayName}' has the role '{principal.RoleDefinition}', which is no built-in role. Give its name or GUID.");
        if (principal.Scope != ScopeChain.Tenant && ResourceId.TryParse(principal.Scope) is null)
            throw new EmulatorStartException($"The principal '{principal.DisplayName}' has its role at '{principal.Scope}', which is the id of no scope. Give one, or '/'.");
        var name = ServicePrincipals.Derive(principal.ObjectId, role.Id.Name, principal.Scope).ToString();
        var id = ResourceId.TryParse($"{principal.Scope.TrimEnd('/')}/providers/{ResourceTypes.RoleAssignment}/{name}");
        var known = ServicePrincipals.With(state, principal.Caller, owner: null);
        return id is null ? known : known.With(RoleAssignmentDocument.Create(id, role.Id.Text, principal.ObjectId));
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
