using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Routes;

/// <summary>Policy definitions of the subscription. A list holds the tenant's built-ins too, as the service's does.</summary>
internal static class PolicyDefinitionRoutes
{
    private static readonly PolicyObjectKind Kind = new PolicyObjectKind(
        ResourceTypes.PolicyDefinition,
        ["/subscriptions/{subscription}"],
        new ODataSchema("PolicyDefinition", ["policyType", "category"], ["atScope()", "atExactScope()"]),
        AuthoringErrors.DefinitionNotFound,
        (_, id, request, existing) => PolicyObjectDocument.Definition(id, request, existing),
        DefinitionValidator.Validate,
        AuthoringErrors.DefinitionInUse,
        (_, _) => true);

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } = [.. new PolicyObjectRoutes(Kind).All, .. new PolicyVersionRoutes(Kind).All];
}
