using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>
/// Assignments at management groups, subscriptions, resource groups and resources. A list holds those that apply to its scope from above and, below management groups,
/// those inside it.
/// </summary>
internal static class PolicyAssignmentRoutes
{
    private const string Type = ResourceTypes.PolicyAssignment;
    private static readonly ImmutableArray<string> Patched = ["resourceSelectors", "overrides", "selfServeExemptionSettings"];

    private static readonly PolicyObjectRoutes Objects = new(new PolicyObjectKind(
        Type,
        ["{*scope}"],
        ODataSchema.OfTexts("PolicyAssignment", ["policyDefinitionId"], ["atScope()", "atExactScope()"]),
        AuthoringErrors.AssignmentNotFound,
        (_, id, request, existing) => PolicyObjectDocument.Assignment(id, request, existing),
        AssignmentValidator.Validate,
        null,
        ListsContents: true));

    /// <summary>All operations.</summary>
    public static ImmutableArray<Route> All { get; } = [.. Objects.All, new("PATCH", $"{{*scope}}/providers/{Type}/{{name}}", Type, Patch)];

    // The identity, the location, and what narrows the assignment: all else needs a PUT.
    private static Outcome Patch(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path, id =>
    {
        if (state.Find(id) is not { } existing) return AuthoringErrors.AssignmentNotFound(id.Name);
        if (request.Body is not { } changes) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        var body = Json.Thaw(existing.Body);
        foreach (var name in (ReadOnlySpan<string>)["identity", "location"])
        {
            if (changes.ContainsKey(name)) body[name] = changes[name]?.DeepClone();
        }

        if (changes["properties"] is JsonObject given && body["properties"] is JsonObject properties)
        {
            foreach (var name in Patched.Where(given.ContainsKey)) properties[name] = given[name]?.DeepClone();
        }

        var outcome = Objects.Write(state, request with { Body = body }, id);
        return outcome.Response.Status == 201 ? outcome with { Response = outcome.Response with { Status = 200 } } : outcome;
    });
}
