using System.Collections.Immutable;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.ResourceGraph.Tables;

/// <summary>Which policy and authorization objects a query sees, seen from its scopes: the <c>authorizationScopeFilter</c>.</summary>
internal enum ScopeFilter
{
    /// <summary>Those at the scopes and inside them.</summary>
    AtScopeAndBelow,

    /// <summary>Those at the scopes and above them.</summary>
    AtScopeAndAbove,

    /// <summary>Those at the scopes themselves.</summary>
    AtScopeExact,

    /// <summary>All of these.</summary>
    AtScopeAboveAndBelow,
}

/// <summary>What a query may see: everything at or below its scopes.</summary>
/// <param name="state">What is stored.</param>
/// <param name="scopes">Subscriptions and management groups; none stands for the whole tenant.</param>
/// <param name="filter">For policy and authorization objects.</param>
/// <param name="access">What the caller may read of it.</param>
internal sealed class GraphScope(ArmState state, ImmutableArray<ResourceId> scopes, ScopeFilter filter, ReadAccess access)
{
    private readonly ScopeTree tree = ScopeTree.Of(state);

    /// <summary>All resources at or below the scopes.</summary>
    public IEnumerable<StoredResource> Resources() =>
        (scopes.IsEmpty ? state.Resources.Values : Parts().SelectMany(state.Resources.Within)).Where(resource => access.MayRead(resource.Id));

    /// <summary>All resources of a type at or below the scopes.</summary>
    public IEnumerable<StoredResource> OfType(string type) =>
        (scopes.IsEmpty ? state.OfType(type) : Parts().SelectMany(part => state.Resources.OfType(type, part))).Where(resource => access.MayRead(resource.Id));

    /// <summary>All objects of a type that the filter lets through; what belongs to the tenant itself, as built-ins do, is always seen.</summary>
    public IEnumerable<StoredResource> Filtered(string type) => state.OfType(type)
        .Where(resource => scopes.IsEmpty || resource.Id.Parent is not { } parent || scopes.Any(scope => Passes(scope, parent)))
        .Where(resource => access.MayRead(resource.Id));

    /// <summary>Whether an id lies at or below the scopes and may be read.</summary>
    public Func<ResourceId, bool> Test()
    {
        if (scopes.IsEmpty) return access.MayRead;
        var parts = Parts().ToImmutableArray();
        return id => parts.Any(id.IsWithin) && access.MayRead(id);
    }

    // INVARIANT: no part lies inside another, so that nothing is seen twice.
    private IEnumerable<ResourceId> Parts()
    {
        var parts = scopes.SelectMany(tree.Parts).Distinct().ToList();
        return parts.Where(part => !parts.Exists(other => !other.Equals(part) && part.IsWithin(other)));
    }

    private bool Passes(ResourceId scope, ResourceId at) => filter switch
    {
        _ when scope.Equals(at) => true,
        ScopeFilter.AtScopeExact => false,
        ScopeFilter.AtScopeAndBelow => tree.Contains(scope, at),
        ScopeFilter.AtScopeAndAbove => tree.Contains(at, scope),
        _ => tree.Contains(scope, at) || tree.Contains(at, scope),
    };
}
