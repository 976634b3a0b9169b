using Plumbline.Emulator.Scan;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Synthetic;

/// <summary>Which resources of a synthetic estate lie in a scope: ranges of numbers, so that none has to be looked at.</summary>
internal static class SyntheticScope
{
    /// <summary>The ranges that a query of records is about, in order.</summary>
    public static IEnumerable<(int Start, int End)> Ranges(SyntheticEstate estate, ArmState state, RecordScope scope)
    {
        if (scope.Resource is { } resource) return estate.IndexOf(resource) is { } index ? [(index, index + 1)] : [];
        return scope.Resources is null ? [(0, estate.Shape.Count)] : Ranges(estate, state, scope.Resources);
    }

    /// <summary>The ranges below a scope, in order.</summary>
    public static IEnumerable<(int Start, int End)> Ranges(SyntheticEstate estate, ArmState state, ResourceId scope)
    {
        var shape = estate.Shape;
        if (scope.Is(ResourceTypes.ManagementGroup))
        {
            return ScopeTree.Of(state).Parts(scope).Where(part => part.Is(ResourceTypes.Subscription))
                .Select(part => shape.SubscriptionOf(part.Name)).OfType<int>().Order().Select(shape.OfSubscription);
        }

        if (shape.SubscriptionOf(scope.SubscriptionId ?? string.Empty) is not { } subscription) return [];
        if (scope.Is(ResourceTypes.Subscription)) return [shape.OfSubscription(subscription)];
        if (scope.Is(ResourceTypes.ResourceGroup)) return shape.OfGroup(subscription, scope.Name) is var (start, end) && start < end ? [(start, end)] : [];
        return estate.IndexOf(scope) is { } index ? [(index, index + 1)] : [];
    }

    /// <summary>The numbers of resources that were written over; their records are those of the store.</summary>
    public static IEnumerable<int> Written(SyntheticEstate estate, ArmState state) => state.Resources.Values.Select(resource => estate.IndexOf(resource.Id)).OfType<int>();
}
