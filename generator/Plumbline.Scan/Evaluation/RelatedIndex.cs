using System.Collections.Frozen;
using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Evaluation;

/// <summary>
/// The resources of the inputs that policies look for beside others. The inputs speak for a type when they hold at least one resource of it: one that is
/// not found then is missing. Of other types nothing is known.
/// </summary>
internal sealed class RelatedIndex : IRelatedResources
{
    private const string ResourceGroupType = "microsoft.resources/subscriptions/resourcegroups";
    private const string SubscriptionType = "microsoft.resources/subscriptions";

    private readonly FrozenDictionary<(string Type, string Subscription, string Group), RelatedResourceList> byGroup;
    private readonly FrozenDictionary<(string Type, string Subscription), RelatedResourceList> bySubscription;
    private readonly FrozenDictionary<string, RelatedResourceList> byType;
    private readonly FrozenDictionary<string, ObjectValue> scopes;

    /// <param name="resources">The resources with their types and ids.</param>
    /// <param name="isComplete">Whether these are all of them.</param>
    public RelatedIndex(IEnumerable<(string Type, string Id, ResourceDocument Document)> resources, bool isComplete)
    {
        var all = resources.Select(item => (Type: item.Type.ToLowerInvariant(), Subscription: Segment(item.Id, "subscriptions"), Group: Segment(item.Id, "resourcegroups"), item.Id, item.Document)).ToList();
        byType = all.GroupBy(item => item.Type).ToFrozenDictionary(group => group.Key, group => List(group.Select(item => item.Document)));
        bySubscription = all.GroupBy(item => (item.Type, item.Subscription)).ToFrozenDictionary(group => group.Key, group => List(group.Select(item => item.Document)));
        byGroup = all.GroupBy(item => (item.Type, item.Subscription, item.Group)).ToFrozenDictionary(group => group.Key, group => List(group.Select(item => item.Document)));
        scopes = all.Where(item => item.Type is ResourceGroupType or SubscriptionType).DistinctBy(item => item.Id.ToLowerInvariant())
            .ToFrozenDictionary(item => item.Id.ToLowerInvariant(), item => item.Document.ToValue());
        IsComplete = isComplete;
    }

    /// <summary>Nothing.</summary>
    public static RelatedIndex Empty { get; } = new([], isComplete: true);

    /// <summary>Whether all resources of the types looked for are here.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether a type is that of a subscription or a resource group, which context functions read.</summary>
    public static bool IsScope(string type) =>
        string.Equals(type, ResourceGroupType, StringComparison.OrdinalIgnoreCase) || string.Equals(type, SubscriptionType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the inputs hold a resource of the type.</summary>
    public bool SpeaksFor(string type) => IsComplete && byType.ContainsKey(type.ToLowerInvariant());

    /// <summary>The subscription or resource group with this id; null when the inputs do not hold it.</summary>
    public ObjectValue? Scope(string id) => scopes.GetValueOrDefault(id.ToLowerInvariant());

    /// <inheritdoc/>
    public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query)
    {
        var (type, subscription) = (query.Type.ToLowerInvariant(), Segment(query.PrimaryId, "subscriptions"));
        var isWide = subscription.Length == 0 || Segment(query.PrimaryId, "resourcegroups").Length == 0 || string.Equals(query.ExistenceScope, "Subscription", StringComparison.OrdinalIgnoreCase) || query.ResourceGroupName is not null;
        var list = subscription.Length == 0 ? byType.GetValueOrDefault(type)
            : isWide ? bySubscription.GetValueOrDefault((type, subscription))
            : byGroup.GetValueOrDefault((type, subscription, Segment(query.PrimaryId, "resourcegroups")));
        return list?.Find(query) ?? [];
    }

    private static RelatedResourceList List(IEnumerable<ResourceDocument> documents) => new([.. documents]);

    private static string Segment(string id, string keyword)
    {
        var segments = id.ToLowerInvariant().Split('/');
        var at = Array.IndexOf(segments, keyword);
        return at >= 0 && at + 1 < segments.Length ? segments[at + 1] : "";
    }
}
