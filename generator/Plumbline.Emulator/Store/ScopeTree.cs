using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Store;

/// <summary>
/// What lies under which management group. A group's parent is <c>properties.details.parent.id</c> of its document; a subscription's is the group of its
/// <c>managementGroups/{group}/subscriptions/{subscription}</c>. What has none lies under the tenant's root group, whose name is the tenant's id.
/// </summary>
internal sealed class ScopeTree
{
    private static readonly ConditionalWeakTable<ResourceIndex, ScopeTree> Known = [];

    private readonly ImmutableDictionary<string, string> parents;
    private readonly ImmutableArray<ResourceId> nodes;

    private ScopeTree(ImmutableDictionary<string, string> parents, ImmutableArray<ResourceId> nodes)
    {
        this.parents = parents;
        this.nodes = nodes;
        Groups = new ManagementGroupTree(parents);
    }

    /// <summary>The tree as the evaluator of assignments takes it.</summary>
    public ManagementGroupTree Groups { get; }

    /// <summary>The tree of a state; made once for all states with the same scopes.</summary>
    public static ScopeTree Of(ArmState state) => Known.GetValue(state.PolicyObjects, _ => Read(state));

    /// <summary>The name of the group directly above a group (by name) or a subscription (by id); null above the root.</summary>
    public string? ParentOf(string name) => parents.GetValueOrDefault(name);

    /// <summary>The scopes whose contents by id make up what lies below <paramref name="scope"/>: itself, and for a management group the groups and subscriptions under it.</summary>
    public IEnumerable<ResourceId> Parts(ResourceId scope) =>
        scope.Is(ResourceTypes.ManagementGroup) ? nodes.Where(node => node.Equals(scope) || Groups.Above(node.Name).Contains(scope.Name, StringComparer.OrdinalIgnoreCase)) : [scope];

    /// <summary>Whether <paramref name="id"/> is <paramref name="scope"/> or lies inside it, by management groups too.</summary>
    public bool Contains(ResourceId scope, ResourceId id) => ScopeContainment.Contains(scope.Text, id.Text, Groups)
        || (scope.Is(ResourceTypes.ManagementGroup) && Parts(scope).Any(id.IsWithin));

    private static ScopeTree Read(ArmState state)
    {
        var parents = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        var groups = state.PolicyObjects.OfType(ResourceTypes.ManagementGroup);
        var subscriptions = state.PolicyObjects.OfType(ResourceTypes.Subscription);
        foreach (var subscription in subscriptions) parents[subscription.Id.Name] = state.TenantId;
        foreach (var placement in state.PolicyObjects.OfType(ResourceTypes.SubscriptionPlacement)) parents[placement.Id.Name] = placement.Id.Parent?.Name ?? state.TenantId;
        foreach (var group in groups.Where(group => !IsRoot(group.Id, state)))
            parents[group.Id.Name] = group.Property("details")?.Property("parent")?.Text("id") is { } parent ? parent[(parent.LastIndexOf('/') + 1)..] : state.TenantId;
        return new ScopeTree(parents.ToImmutable(), [.. groups.Concat(subscriptions).Select(resource => resource.Id)]);
    }

    private static bool IsRoot(ResourceId group, ArmState state) => string.Equals(group.Name, state.TenantId, StringComparison.OrdinalIgnoreCase);
}
