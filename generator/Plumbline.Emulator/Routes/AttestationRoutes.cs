using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Remediations;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Routes;

/// <summary>Attestations of <c>manual</c> policies, at subscriptions, resource groups and resources. A PUT is done when it is answered, which clients that poll accept.</summary>
internal sealed class AttestationRoutes(AttestationRules rules)
{
    private const string Type = ResourceTypes.Attestation;
    private const string Collection = $"{{*scope}}/providers/{Type}";
    private const string Item = Collection + "/{name}";

    private static readonly ODataSchema Schema = new(
        "Attestation", ["name", "policyAssignmentId", "policyDefinitionReferenceId", "complianceState", "owner", "expiresOn", "assessmentDate", "provisioningState"], []);

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("GET", Collection, Type, (state, request) => At(state, request, request.Path + "/-", id => List(state, request, id))),
        new("PUT", Item, Type, (state, request) => At(state, request, request.Path, id => Put(state, request, id))),
        new("GET", Item, Type, (state, request) => At(state, request, request.Path, id => state.Find(id) is { } found
            ? new ArmResponse(200, AttestationDocument.Shape(found, request.ApiVersion))
            : AttestationErrors.NotFound(id.Name))),
        new("DELETE", Item, Type, (state, request) => At(state, request, request.Path, id => state.Find(id) is null
            ? new ArmResponse(204)
            : new Outcome(new ArmResponse(200), state.Without(id)))),
    ];

    private static Outcome At(ArmState state, ArmRequest request, string path, Func<ResourceId, Outcome> then) => ScopeCheck.In(state, path, id =>
        id.Parent is not { SubscriptionId: not null } scope ? ArmErrors.RouteNotFound(request.Path)
        : state.Find(scope) is null ? ArmErrors.ResourceNotFound($"{scope.Type}/{scope.Name}", scope.ResourceGroup)
        : then(id));

    private Outcome Put(ArmState state, ArmRequest request, ResourceId id)
    {
        if (request.Body is not { } body) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        var existing = state.Find(id);
        var attestation = AttestationDocument.Create(id, body, existing, request);
        if (rules.Validate(state, attestation, request.Now) is { } refused) return refused;
        return new Outcome(new ArmResponse(existing is null ? 201 : 200, AttestationDocument.Shape(attestation, request.ApiVersion)), state.With(attestation));
    }

    private static Outcome List(ArmState state, ArmRequest request, ResourceId any)
    {
        FilterNode? filter = null;
        if (request.Query.TryGetValue("$filter", out var text))
        {
            filter = FilterParser.Parse(text, Schema, out var error);
            if (filter is null) return ArmErrors.InvalidQuery(error ?? text);
        }

        var listed = state.OfType(Type, any.Parent).Where(attestation => filter?.Matches(Row(attestation)) != false).ToImmutableArray();
        if (!request.Query.ContainsKey("$top")) return Paging.Page(request, listed, attestation => AttestationDocument.Shape(attestation, request.ApiVersion));
        return Paging.TryNumber(request, "$top", 0, out var top)
            ? ArmEnvelope.List(listed.Take(top).Select(attestation => (JsonNode)AttestationDocument.Shape(attestation, request.ApiVersion)), null)
            : ArmErrors.InvalidQuery("The value of $top must be a number, 0 or more.");
    }

    private static ObjectValue Row(StoredResource attestation) => PolicyValueReader.Object(
        [("name", new TextValue(attestation.Id.Name)), .. Schema.Properties.Skip(1).Select(name => (name, (PolicyValue)new TextValue(attestation.PropertyText(name) ?? string.Empty)))]);
}
