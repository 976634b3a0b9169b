using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Scan;

/// <summary>
/// Which records a query at a scope is about: those about all resources in a management group, a subscription or a resource group; those about one resource; those of one
/// assignment; and those of all assignments of an initiative or a definition (by name, which is how built-ins are asked for too) about resources of the scope it stands in.
/// </summary>
internal sealed class RecordScope
{
    private readonly HashSet<ResourceId>? subscriptions;
    private readonly Func<AssignedMember, bool>? members;

    private RecordScope(ResourceId? resources, ResourceId? resource, HashSet<ResourceId>? subscriptions, Func<AssignedMember, bool>? members)
    {
        Resources = resources;
        Resource = resource;
        this.subscriptions = subscriptions;
        this.members = members;
    }

    /// <summary>The scope whose resources are meant; null for the whole tenant, or when <see cref="Resource"/> tells.</summary>
    public ResourceId? Resources { get; }

    /// <summary>The one resource that is meant, or null.</summary>
    public ResourceId? Resource { get; }

    /// <summary>Whether records of all policies are meant.</summary>
    public bool IsAllPolicies => members is null;

    /// <summary>The scope of a query at <paramref name="scope"/>.</summary>
    public static RecordScope Of(ArmState state, ResourceId scope)
    {
        if (scope.Is(ResourceTypes.Subscription) || scope.Is(ResourceTypes.ResourceGroup)) return new(scope, null, null, null);
        if (scope.Is(ResourceTypes.ManagementGroup)) return new(scope, null, Below(state, scope), null);
        var around = scope.Parent;
        var subscriptions = around?.Is(ResourceTypes.ManagementGroup) == true ? Below(state, around) : null;
        if (scope.Is(ResourceTypes.PolicyAssignment)) return new(around, null, subscriptions, member => member.Assignment.Id.Equals(scope));
        if (scope.Is(ResourceTypes.PolicySetDefinition)) return new(around, null, subscriptions, member => IsNamed(member.Set?.Id.Name, scope));
        if (scope.Is(ResourceTypes.PolicyDefinition)) return new(around, null, subscriptions, member => IsNamed(member.DefinitionName, scope));
        return new(null, scope, null, null);
    }

    /// <summary>Whether records about a resource are meant.</summary>
    public bool Holds(ResourceId resource)
    {
        if (Resource is not null) return Resource.Equals(resource);
        if (Resources is null) return true;
        return subscriptions is null ? resource.IsWithin(Resources) : resource.IsWithin(Resources) || subscriptions.Contains(SubscriptionOf(resource));
    }

    /// <summary>Whether records of a policy are meant.</summary>
    public bool Holds(AssignedMember member) => members?.Invoke(member) != false;

    private static HashSet<ResourceId> Below(ArmState state, ResourceId group) => [.. ScopeTree.Of(state).Parts(group).Where(part => part.Is(ResourceTypes.Subscription))];

    private static ResourceId SubscriptionOf(ResourceId resource)
    {
        while (resource.Parent is { } parent) resource = parent;
        return resource;
    }

    private static bool IsNamed(string? name, ResourceId scope) => string.Equals(name, scope.Name, StringComparison.OrdinalIgnoreCase);
}
