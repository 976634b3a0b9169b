using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Identity.Access;

/// <summary>
/// Who may do what where: the role assignments of a state, ready to be asked. A question costs a few look-ups, one for each scope above the one asked about.
/// Groups of people are not known, deny assignments and conditions are not evaluated.
/// </summary>
internal sealed class AccessIndex
{
    // Actions come from the paths of requests, so there is no end to them.
    private const int MaximumAnswers = 20_000;

    private static readonly ConditionalWeakTable<ImmutableSortedSet<StoredResource>, AccessIndex> Known = [];

    private readonly ImmutableSortedSet<StoredResource> definitions;
    private readonly ScopeTree tree;
    private readonly ILookup<string, GrantedRole> grants;
    private readonly ConcurrentDictionary<(string Principal, string Action), ImmutableHashSet<string>> answers = new(ByText.Instance);

    private AccessIndex(ArmState state, ImmutableSortedSet<StoredResource> assignments)
    {
        definitions = state.Resources.OfType(ResourceTypes.RoleDefinition);
        tree = ScopeTree.Of(state);
        var roles = definitions.Concat(BuiltInRoles.All).ToLookup(role => role.Id.Name, RoleDefinition.Of, StringComparer.OrdinalIgnoreCase);
        grants = assignments
            .Select(assignment => new GrantedRole(assignment, assignment.Id.Parent?.Text ?? ScopeChain.Tenant, RoleOf(assignment)))
            .ToLookup(grant => grant.Assignment.PropertyText("principalId") ?? string.Empty, StringComparer.OrdinalIgnoreCase);

        // A role that nobody knows can be held; it allows nothing.
        RoleDefinition RoleOf(StoredResource assignment) =>
            RoleNameOf(assignment) is var name && roles[name].FirstOrDefault() is { } known ? known : new RoleDefinition(name, string.Empty, []);
    }

    /// <summary>The index of a state; made once for all states with the same roles, assignments and scopes.</summary>
    public static AccessIndex Of(ArmState state)
    {
        var assignments = state.Resources.OfType(ResourceTypes.RoleAssignment);
        if (Known.TryGetValue(assignments, out var known) && known.IsOf(state)) return known;
        var index = new AccessIndex(state, assignments);
        Known.AddOrUpdate(assignments, index);
        return index;
    }

    /// <summary>Whether the principal may do <paramref name="action"/> (such as <c>Microsoft.App/containerApps/write</c>) at the scope; null is the tenant.</summary>
    public bool IsAllowed(string principal, string action, ResourceId? scope)
    {
        var scopes = ScopesOf(principal, action);
        return !scopes.IsEmpty && ScopeChain.Above(tree, scope).Any(scopes.Contains);
    }

    /// <summary>Whether the principal holds the role (an id or a GUID) at the scope, or above it.</summary>
    public bool HoldsRole(string principal, string roleDefinition, ResourceId? scope)
    {
        var role = roleDefinition[(roleDefinition.LastIndexOf('/') + 1)..];
        return GrantsAt(principal, scope).Any(grant => string.Equals(grant.Role.Id, role, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The roles the principal holds at the scope or above it, the nearest first.</summary>
    public IEnumerable<GrantedRole> GrantsAt(string principal, ResourceId? scope) =>
        ScopeChain.Above(tree, scope).SelectMany(at => grants[principal].Where(grant => string.Equals(grant.Scope, at, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the principal holds any role at the scope, above it or below it: then it may see that the scope is there.</summary>
    public bool IsConcerned(string principal, ResourceId scope) =>
        GrantsAt(principal, scope).Any()
        || grants[principal].Any(grant => ResourceId.TryParse(grant.Scope) is { } at && (at.IsWithin(scope) || ScopeChain.Above(tree, at).Contains(scope.Text, StringComparer.OrdinalIgnoreCase)));

    private ImmutableHashSet<string> ScopesOf(string principal, string action)
    {
        if (answers.TryGetValue((principal, action), out var known)) return known;
        var scopes = grants[principal].Where(grant => grant.Role.Allows(action)).Select(grant => grant.Scope).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        if (answers.Count >= MaximumAnswers) answers.Clear();
        answers[(principal, action)] = scopes;
        return scopes;
    }

    private bool IsOf(ArmState state) => ReferenceEquals(definitions, state.Resources.OfType(ResourceTypes.RoleDefinition)) && ReferenceEquals(tree, ScopeTree.Of(state));

    private static string RoleNameOf(StoredResource assignment) =>
        assignment.PropertyText("roleDefinitionId") is { } id ? id[(id.LastIndexOf('/') + 1)..] : string.Empty;

    private sealed class ByText : IEqualityComparer<(string Principal, string Action)>
    {
        public static readonly ByText Instance = new();

        public bool Equals((string Principal, string Action) x, (string Principal, string Action) y) =>
            string.Equals(x.Principal, y.Principal, StringComparison.OrdinalIgnoreCase) && string.Equals(x.Action, y.Action, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Principal, string Action) key) =>
            HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(key.Principal), StringComparer.OrdinalIgnoreCase.GetHashCode(key.Action));
    }
}
