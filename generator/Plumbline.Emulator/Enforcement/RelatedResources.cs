using Plumbline.Emulator.Store;
using Plumbline.Policy.Evaluation;
using ResourceDocument = Plumbline.Policy.Values.ResourceDocument;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Finds related resources in the store for the <c>IfNotExists</c> effects.</summary>
internal sealed class RelatedResources(ArmState state) : IRelatedResources
{
    /// <inheritdoc/>
    public IEnumerable<ResourceDocument> Find(RelatedResourceQuery query) =>
        ResourceId.TryParse(query.PrimaryId) is { } primary
            ? Around(primary, query).Where(resource => HasName(resource.Id, query.Name)).Select(resource => ResourceDocument.Of(ResourceView.Of(resource)))
            : [];

    // Nested and extension resources belong to the resource under evaluation; others are looked for around it.
    private IEnumerable<StoredResource> Around(ResourceId primary, RelatedResourceQuery query)
    {
        if (query.Type.StartsWith(primary.Type + "/", StringComparison.OrdinalIgnoreCase)) return state.OfType(query.Type, primary);
        var group = query.ResourceGroupName ?? primary.ResourceGroup;
        var isWide = group is null || string.Equals(query.ExistenceScope, "Subscription", StringComparison.OrdinalIgnoreCase);
        var scope = ResourceId.TryParse($"/subscriptions/{primary.SubscriptionId}" + (isWide ? "" : $"/resourceGroups/{group}"));
        return scope is null ? [] : state.OfType(query.Type, scope).Where(resource => !resource.Id.TopLevel.IsExtension || resource.Id.IsWithin(primary));
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
