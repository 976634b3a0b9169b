using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Routes;

/// <summary>Policy definitions of subscriptions and management groups. A list holds those of the scopes above and the tenant's built-ins too, as the service's does.</summary>
internal static class PolicyDefinitionRoutes
{
    private static readonly PolicyObjectKind Kind = new PolicyObjectKind(
        ResourceTypes.PolicyDefinition,
        ["/subscriptions/{subscription}", "/providers/Microsoft.Management/managementGroups/{group}"],
        ODataSchema.OfTexts("PolicyDefinition", ["policyType", "category"], ["atScope()", "atExactScope()"]),
        AuthoringErrors.DefinitionNotFound,
        (_, id, request, existing) => PolicyObjectDocument.Definition(id, request, existing),
        DefinitionValidator.Validate,
        AuthoringErrors.DefinitionInUse,
        ListsContents: false);

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } = [.. new PolicyObjectRoutes(Kind).All, .. new PolicyVersionRoutes(Kind).All];
}
