using Plumbline.Emulator.Store;
using Plumbline.Policy.Evaluation;
using ResourceDocument = Plumbline.Policy.Values.ResourceDocument;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Finds related resources in the store for the <c>IfNotExists</c> effects.</summary>
internal sealed class RelatedResources(ArmState state) : IRelatedResources
{
    private readonly Lazy<ILookup<string, StoredResource>> byType =
        new(() => state.Resources.Values.ToLookup(resource => resource.Id.Type, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query) =>
        ResourceId.TryParse(query.PrimaryId) is { } primary
            ? byType.Value[query.Type].Where(resource => IsInScope(resource.Id, primary, query) && HasName(resource.Id, query.Name)).Select(resource => ResourceDocument.Of(ResourceView.Of(resource)))
            : [];

    // Nested and extension resources belong to the resource under evaluation; others are looked for around it.
    private bool IsInScope(ResourceId candidate, ResourceId primary, RelatedResourceQuery query)
    {
        if (query.Type.StartsWith(primary.Type + "/", StringComparison.OrdinalIgnoreCase) || candidate.TopLevel.IsExtension) return candidate.IsWithin(primary);
        var group = query.ResourceGroupName ?? primary.ResourceGroup;
        if (group is null || string.Equals(query.ExistenceScope, "Subscription", StringComparison.OrdinalIgnoreCase))
            return string.Equals(candidate.SubscriptionId, state.SubscriptionId, StringComparison.OrdinalIgnoreCase);
        return string.Equals(candidate.ResourceGroup, group, StringComparison.OrdinalIgnoreCase);
    }

    // A name of one segment is the last one; "parent/child" is the whole chain; a last segment "?" stands for any.
    private static bool HasName(ResourceId candidate, string? name)
    {
        if (name is null) return true;
        var wanted = name.Split('/');
        ResourceId? at = candidate;
        for (var index = wanted.Length - 1; index >= 0; index--)
        {
            if (at is null) return false;
            var isAny = wanted[index] == "?" && index == wanted.Length - 1;
            if (!isAny && !string.Equals(at.Name, wanted[index], StringComparison.OrdinalIgnoreCase)) return false;
            at = at.IsNested ? at.Parent : null;
        }

        return wanted.Length == 1 || at is null;
    }
}
