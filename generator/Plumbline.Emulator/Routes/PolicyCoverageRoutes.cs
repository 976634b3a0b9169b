using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Authoring;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Routes;

/// <summary>Exemptions and enrolments, which stand at any scope: a PUT answers 201 for a new one and 200 for an update.</summary>
internal sealed class PolicyCoverageRoutes(string type, ImmutableArray<string> functions)
{
    private static readonly ImmutableArray<string> Patched = ["assignmentScopeValidation", "resourceSelectors"];

    private readonly ODataSchema schema = ODataSchema.OfTexts(type[(type.LastIndexOf('/') + 1)..], ["policyAssignmentId"], functions);

    /// <summary>All operations on both.</summary>
    public static ImmutableArray<Route> All { get; } =
    [
        .. new PolicyCoverageRoutes(ResourceTypes.PolicyExemption, ["atScope()", "atExactScope()", "excludeExpired()"]).Own,
        .. new PolicyCoverageRoutes(ResourceTypes.PolicyEnrollment, ["atScope()", "atExactScope()"]).Own,
    ];

    private ImmutableArray<Route> Own
    {
        get
        {
            var collection = $"{{*scope}}/providers/{type}";
            var item = collection + "/{name}";
            return
            [
                new("GET", collection, type, List),
                new("PUT", item, type, (state, request) => At(state, request, id => Put(state, request, id))),
                new("PATCH", item, type, (state, request) => At(state, request, id => Patch(state, request, id))),
                new("GET", item, type, (state, request) => At(state, request, id => Existing(state, id, found => new ArmResponse(200, PolicyObjectDocument.Shape(found, request.ApiVersion))))),
                new("HEAD", item, type, (state, request) => At(state, request, id => Existing(state, id, _ => new ArmResponse(204)))),
                new("DELETE", item, type, (state, request) => At(state, request, id => state.Find(id) is null
                    ? new ArmResponse(204)
                    : new Outcome(new ArmResponse(200), state.Without(id)))),
            ];
        }
    }

    private static Outcome At(ArmState state, ArmRequest request, Func<ResourceId, Outcome> then) => ScopeCheck.In(state, request.Path, id =>
        id.Parent is { } scope && state.Find(scope) is null ? ArmErrors.ResourceNotFound($"{scope.Type}/{scope.Name}", scope.ResourceGroup) : then(id));

    private static Outcome Existing(ArmState state, ResourceId id, Func<StoredResource, Outcome> then) =>
        state.Find(id) is { } found ? then(found) : AuthoringErrors.CoverageNotFound(id);

    private Outcome Put(ArmState state, ArmRequest request, ResourceId id)
    {
        if (id.Parent is null) return ArmErrors.MethodNotAllowed(request.Method, request.Path);
        if (request.Body is not { } body) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        if (PolicyDocumentSchema.Of(type, request.ApiVersion)?.Check(body) is { } unsupported) return unsupported;
        return Write(state, request, CoverageDocument.Create(id, body, state.Find(id), request));
    }

    // The first api-version of exemptions has no PATCH, as it has nothing that could be patched.
    private Outcome Patch(ArmState state, ArmRequest request, ResourceId id)
    {
        if (!ApiVersions.IsSince(request.ApiVersion, "2022-07-01")) return ArmErrors.MethodNotAllowed(request.Method, request.Path);
        if (request.Body is not { } body) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        if (PolicyDocumentSchema.Of(type, request.ApiVersion)?.Check(body) is { } unsupported) return unsupported;
        return Existing(state, id, existing =>
        {
            var given = body["properties"] as JsonObject ?? [];
            if (given.FirstOrDefault(member => !Patched.Contains(member.Key)).Key is { } other)
                return ArmErrors.InvalidRequestContent($"Could not find member '{other}' on object of type 'Patch'. Path 'properties.{other}'");
            var merged = Json.Thaw(existing.Body);
            foreach (var (name, value) in given) ((JsonObject?)merged["properties"] ?? [])[name] = value?.DeepClone();
            return Write(state, request, CoverageDocument.Create(id, merged, existing, request));
        });
    }

    private static Outcome Write(ArmState state, ArmRequest request, StoredResource candidate)
    {
        if (PolicyLimits.Check(state, candidate) is { } exceeded) return exceeded;
        if (CoverageValidator.Validate(state, candidate) is { } refused) return refused;
        var status = state.Find(candidate.Id) is null ? 201 : 200;
        return new Outcome(new ArmResponse(status, PolicyObjectDocument.Shape(candidate, request.ApiVersion)), state.With(candidate));
    }

    private Outcome List(ArmState state, ArmRequest request) => ScopeCheck.In(state, request.Path + "/-", any =>
    {
        if (any.Parent is not { } scope) return ArmErrors.MethodNotAllowed(request.Method, request.Path);
        if (state.Find(scope) is null) return ArmErrors.ResourceNotFound($"{scope.Type}/{scope.Name}", scope.ResourceGroup);
        FilterNode? filter = null;
        if (request.Query.TryGetValue("$filter", out var text))
        {
            filter = FilterParser.Parse(text, schema, out var error);
            if (filter is null) return ArmErrors.InvalidQuery(error ?? text);
        }

        var tree = ScopeTree.Of(state);
        var listed = state.OfType(type).Where(stored => IsRelated(tree, stored.Id, scope) && filter?.Matches(Row(tree, stored, scope, request.Now)) != false);
        return Paging.Page(request, [.. listed], stored => PolicyObjectDocument.Shape(stored, request.ApiVersion));
    });

    // A list holds what lies inside the scope and what applies to it from above.
    private static bool IsRelated(ScopeTree tree, ResourceId id, ResourceId scope) => id.Parent is { } at && (tree.Contains(scope, at) || tree.Contains(at, scope));

    private static ObjectValue Row(ScopeTree tree, StoredResource stored, ResourceId scope, DateTimeOffset now) => PolicyValueReader.Object(
        ("policyAssignmentId", new TextValue(stored.PropertyText("policyAssignmentId") ?? string.Empty)),
        ("atExactScope()", new BooleanValue(scope.Equals(stored.Id.Parent))),
        ("atScope()", new BooleanValue(stored.Id.Parent is { } at && tree.Contains(at, scope))),
        ("excludeExpired()", new BooleanValue(ParsedPolicies.Exemption(stored).Value is not { ExpiresOn: { } end } || now < end)));
}
