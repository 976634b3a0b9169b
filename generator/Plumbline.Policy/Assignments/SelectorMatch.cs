using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Assignments;

/// <summary>Which selectors choose a resource.</summary>
internal static class SelectorMatch
{
    /// <summary>Whether one of the resource selectors chooses the resource; none at all choose every one.</summary>
    public static bool Any(ImmutableArray<ResourceSelector> selectors, EvaluatedResource resource) =>
        selectors.IsEmpty || selectors.Any(selector => All(selector.Selectors, resource, referenceId: null));

    /// <summary>Whether all selectors choose.</summary>
    /// <param name="referenceId">The member of the initiative, or null when there is none; a selector on it then never chooses.</param>
    public static bool All(ImmutableArray<PolicySelector> selectors, EvaluatedResource resource, string? referenceId) =>
        selectors.All(selector => Chooses(selector, resource, referenceId));

    private static bool Chooses(PolicySelector selector, EvaluatedResource resource, string? referenceId) => selector.Kind switch
    {
        SelectorKind.ResourceType => Has(selector, resource.Type),
        SelectorKind.ResourceLocation => resource.Region.Length > 0 && HasRegion(selector, resource.Region),
        SelectorKind.ResourceWithoutLocation => IsWithoutLocation(resource) != selector.IsNegated,
        SelectorKind.PolicyDefinitionReferenceId => referenceId is not null && Has(selector, referenceId),
        SelectorKind.UserPrincipalId => resource.Identity is { } identity && Has(selector, identity.PrincipalId),
        SelectorKind.GroupPrincipalId => resource.Identity is { } identity && identity.GroupIds.Any(group => Lists(selector, group)) != selector.IsNegated,
        SelectorKind.ResourceRolloutPercentage => RolloutPercentage.Includes(selector.Values, resource.Id) != selector.IsNegated,
        _ => throw new ArgumentException($"Unknown selector '{selector.Kind}'.", nameof(selector)),
    };

    private static bool Has(PolicySelector selector, string value) => Lists(selector, value) != selector.IsNegated;

    private static bool Lists(PolicySelector selector, string value) => selector.Values.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool HasRegion(PolicySelector selector, string region) =>
        selector.Values.Any(value => string.Equals(value.Replace(" ", "", StringComparison.Ordinal), region, StringComparison.OrdinalIgnoreCase)) != selector.IsNegated;

    private static bool IsWithoutLocation(EvaluatedResource resource) =>
        resource.Region.Length == 0 && ScopeContainment.IsAtSubscriptionLevel(resource.Id);
}
