using System.Collections.Immutable;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Routes;

/// <summary>Assignments at the subscription and at resource groups. A list holds those inside the scope and those that apply to it from above.</summary>
internal static class PolicyAssignmentRoutes
{
    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } = new PolicyObjectRoutes(new PolicyObjectKind(
        ResourceTypes.PolicyAssignment,
        ["/subscriptions/{subscription}", "/subscriptions/{subscription}/resourceGroups/{group}"],
        new ODataSchema("PolicyAssignment", ["policyDefinitionId"], ["atScope()", "atExactScope()"]),
        AuthoringErrors.AssignmentNotFound,
        (state, id, request, existing) => PolicyObjectDocument.Assignment(id, request, existing, state.TenantId),
        AssignmentValidator.Validate,
        null,
        (id, scope) => id.IsWithin(scope) || (id.Parent is { } at && scope.IsWithin(at)))).All;
}
