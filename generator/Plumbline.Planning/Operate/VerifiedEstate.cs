using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>
/// The resources of an environment as they were read. Related resources that no list of resources holds (children, extensions) are asked for first:
/// an evaluation notes them, they are read, and the next evaluation finds them.
/// </summary>
/// <param name="resources">The resources; subscriptions and resource groups among them.</param>
/// <param name="related">Related resources that were read besides, by what was asked for; null for what could not be read.</param>
public sealed class VerifiedEstate(ImmutableArray<ObjectValue> resources, ImmutableDictionary<RelatedRead, ImmutableArray<ObjectValue>?> related) : IRelatedResources
{
    private readonly Dictionary<string, ObjectValue> byId = resources.GroupBy(IdOf, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, ResourceDocument> byType = resources.ToLookup(TypeOf, ResourceDocument.Of, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<RelatedRead> wanted = [];

    /// <summary>The resources, in ordinal order of their ids.</summary>
    public IEnumerable<ObjectValue> Resources => byId.Values.OrderBy(IdOf, StringComparer.OrdinalIgnoreCase);

    /// <summary>What evaluations asked for so far and was not there.</summary>
    public ImmutableArray<RelatedRead> Wanted => [.. wanted.OrderBy(one => one.Collection, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The resource of that id, or null.</summary>
    public ObjectValue? Find(string id) => byId.GetValueOrDefault(id.TrimEnd('/'));

    /// <summary>Whether related resources of a type could be read for a resource.</summary>
    public bool CouldRead(string resourceId, string type) => !(related.TryGetValue(Request(resourceId, type), out var found) && found is null);

    /// <inheritdoc/>
    public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query)
    {
        var request = Request(query.PrimaryId, query.Type);
        if (related.TryGetValue(request, out var read)) return new RelatedResourceList([.. (read ?? []).Select(ResourceDocument.Of), .. byType[query.Type]]).Find(query);

        // The list holds all resources of a type of which it holds one, but for children and extensions.
        if (request.IsChild || !byType.Contains(query.Type)) wanted.Add(request);
        return new RelatedResourceList([.. byType[query.Type]]).Find(query);
    }

    /// <summary>The same with related resources that were read meanwhile.</summary>
    public VerifiedEstate With(IEnumerable<KeyValuePair<RelatedRead, ImmutableArray<ObjectValue>?>> read) => new(resources, related.SetItems(read));

    private RelatedRead Request(string primaryId, string type)
    {
        var primary = byId.TryGetValue(primaryId, out var found) ? TypeOf(found) : string.Empty;
        return new(primaryId.ToLowerInvariant(), type.ToLowerInvariant(), primary.Length > 0 && type.StartsWith(primary + "/", StringComparison.OrdinalIgnoreCase));
    }

    private static string IdOf(ObjectValue resource) => resource["id"] is TextValue id ? id.Value.TrimEnd('/') : string.Empty;

    private static string TypeOf(ObjectValue resource) => resource["type"] is TextValue type ? type.Value : string.Empty;
}
