using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Related resources out of a list. What a resource of the list does not say (its type, its id) does not exclude it.
/// </summary>
/// <param name="resources">The list.</param>
public sealed class RelatedResourceList(ImmutableArray<ResourceDocument> resources) : IRelatedResources
{
    private readonly ImmutableArray<(string? Type, string? Id, string? Name, ResourceDocument Document)> candidates =
        [.. resources.Select(resource => (Text(resource, "type"), Text(resource, "id"), Text(resource, "name"), resource))];

    /// <summary>No resources.</summary>
    public static RelatedResourceList Empty { get; } = new([]);

    /// <inheritdoc/>
    public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query) =>
        from candidate in candidates
        where candidate.Type is null || Is(candidate.Type, query.Type)
        where candidate.Id is null || IsInScope(candidate.Id, query)
        where query.Name is null || HasName(candidate.Id, candidate.Name, query.Name)
        select candidate.Document;

    // Children and extensions belong to the resource under evaluation; everything else is looked for in the resource group or the subscription.
    private static bool IsInScope(string id, RelatedResourceQuery query)
    {
        if (ResourceScope.TypeOf(query.PrimaryId) is { } primaryType && query.Type.StartsWith(primaryType + "/", StringComparison.OrdinalIgnoreCase))
            return id.StartsWith(query.PrimaryId + "/", StringComparison.OrdinalIgnoreCase);
        if (ResourceScope.IsExtension(id)) return id.StartsWith(query.PrimaryId + "/", StringComparison.OrdinalIgnoreCase);
        if (!IsSame(ResourceScope.SubscriptionOf(id), ResourceScope.SubscriptionOf(query.PrimaryId))) return false;
        return Is(query.ExistenceScope, "Subscription") && query.ResourceGroupName is null
            || IsSame(ResourceScope.ResourceGroupOf(id), query.ResourceGroupName ?? ResourceScope.ResourceGroupOf(query.PrimaryId));
    }

    // A name of one segment is the last one; "parent/child" is the whole chain. In the last segment "?" stands for any name.
    private static bool HasName(string? id, string? name, string wanted)
    {
        var own = id is null || ResourceScope.NamesOf(id) is not { Length: > 0 } chain ? (name ?? "").Split('/') : chain;
        var segments = wanted.Split('/');
        var compared = segments.Length == 1 ? own[^1..] : own;
        if (compared.Length != segments.Length) return false;
        for (var i = 0; i < segments.Length; i++)
        {
            if (!Is(compared[i], segments[i]) && !(i == segments.Length - 1 && segments[i] == "?")) return false;
        }

        return true;
    }

    private static bool IsSame(string? left, string? right) => left is null || right is null || Is(left, right);

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string? Text(ResourceDocument resource, string property) => ResourceIdentity.Text(resource.Root, property);
}
