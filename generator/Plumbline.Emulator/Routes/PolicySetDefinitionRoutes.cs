using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Routes;

/// <summary>Initiatives (policy set definitions) of subscriptions and management groups.</summary>
internal static class PolicySetDefinitionRoutes
{
    private static readonly PolicyObjectKind Kind = new PolicyObjectKind(
        ResourceTypes.PolicySetDefinition,
        ["/subscriptions/{subscription}", "/providers/Microsoft.Management/managementGroups/{group}"],
        ODataSchema.OfTexts("PolicySetDefinition", ["policyType", "category"], ["atScope()", "atExactScope()"]),
        AuthoringErrors.SetDefinitionNotFound,
        (_, id, request, existing) => PolicyObjectDocument.SetDefinition(id, request, existing),
        SetDefinitionValidator.Validate,
        AuthoringErrors.SetDefinitionInUse,
        ListsContents: false);

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } = [.. new PolicyObjectRoutes(Kind).All, .. new PolicyVersionRoutes(Kind).All];
}
