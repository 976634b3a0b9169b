using System.Collections.Immutable;

namespace Plumbline.Arm.Operations;

/// <summary>What lies below the scopes of an environment.</summary>
/// <param name="Subscriptions">Ids of subscriptions, in ordinal order.</param>
/// <param name="Parents">The parent's name by a management group's name or a subscription's GUID.</param>
public sealed record SubscriptionsBelow(ImmutableArray<string> Subscriptions, ImmutableArray<KeyValuePair<string, string>> Parents);
