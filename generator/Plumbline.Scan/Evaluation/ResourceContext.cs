using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;
using Plumbline.Scan.Inputs;
using Plumbline.Scan.Policies;

namespace Plumbline.Scan.Evaluation;

/// <summary>What <c>subscription()</c> and <c>resourceGroup()</c> answer for a resource: the whole object when the inputs hold it, else what the resource's id tells.</summary>
internal sealed class ResourceContext(RelatedIndex index, DateTimeOffset utcNow)
{
    /// <summary>The context of a resource.</summary>
    public EvaluationContext Of(ResourceHeader header)
    {
        var (subscription, group) = ScopesOf(header.Id);
        return new EvaluationContext(utcNow)
        {
            Subscription = subscription is null ? null : index.Scope(subscription) ?? Object(subscription, ("subscriptionId", Last(subscription))),
            ResourceGroup = group is null ? null : index.Scope(group) ?? Object(group, ("name", Last(group))),
        };
    }

    /// <summary>What a policy reads of the resource's scopes and the inputs do not hold; null when they hold it all.</summary>
    public string? Missing(ScopeReads reads, ResourceHeader header)
    {
        if (!reads.UsesContext) return null;
        var (subscription, group) = ScopesOf(header.Id);
        if (reads.ResourceGroup && (group is null || index.Scope(group) is null)) return "the resource group";
        return reads.Subscription && (subscription is null || index.Scope(subscription) is null) ? "the subscription" : null;
    }

    private static (string? Subscription, string? Group) ScopesOf(string id)
    {
        var segments = id.Split('/');
        var subscription = segments.Length > 2 && Is(segments[1], "subscriptions") ? $"/subscriptions/{segments[2]}" : null;
        return (subscription, subscription is not null && segments.Length > 4 && Is(segments[3], "resourceGroups") ? $"{subscription}/resourceGroups/{segments[4]}" : null);
    }

    private static ObjectValue Object(string id, (string Name, string Value) member) => PolicyValueReader.Object(("id", new TextValue(id)), (member.Name, new TextValue(member.Value)));

    private static string Last(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
