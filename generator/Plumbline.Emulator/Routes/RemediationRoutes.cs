using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.OData;
using Plumbline.Emulator.Remediations;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Routes;

/// <summary>Remediations at management groups, subscriptions, resource groups and resources. They run beside the requests.</summary>
internal sealed class RemediationRoutes(RemediationRules rules, RemediationRunner runner)
{
    private const string Type = RemediationTypes.Remediation;
    private const string Collection = $"{{*scope}}/providers/{Type}";
    private const string Item = Collection + "/{name}";

    private static readonly ODataSchema Schema = new(
        "Remediation", ["name", "policyAssignmentId", "policyDefinitionReferenceId", "provisioningState", "resourceDiscoveryMode", "createdOn", "lastUpdatedOn"], []);

    /// <summary>All operations.</summary>
    public ImmutableArray<Route> All =>
    [
        new("GET", Collection, Type, (state, request) => At(state, request, request.Path + "/-", id => List(state, request, id))),
        new("PUT", Item, Type, (state, request) => At(state, request, request.Path, id => Put(state, request, id))),
        new("GET", Item, Type, (state, request) => Existing(state, request, request.Path, found => Answer(request, 200, found))),
        new("DELETE", Item, Type, (state, request) => At(state, request, request.Path, id => Delete(state, request, id))),
        new("POST", Item + "/cancel", Type, (state, request) => Existing(state, request, Parent(request), found => Cancel(state, request, found))) { Changes = true },
        new("POST", Item + "/listDeployments", Type, (state, request) => Existing(state, request, Parent(request), found => Deployments(state, request, found))),
    ];

    private static string Parent(ArmRequest request) => request.Path[..request.Path.LastIndexOf('/')];

    private static Outcome At(ArmState state, ArmRequest request, string path, Func<ResourceId, Outcome> then) => ScopeCheck.In(state, path, id =>
        id.Parent is not { } scope ? ArmErrors.RouteNotFound(request.Path)
        : state.Find(scope) is null ? ArmErrors.ResourceNotFound($"{scope.Type}/{scope.Name}", scope.ResourceGroup)
        : then(id));

    private static Outcome Existing(ArmState state, ArmRequest request, string path, Func<StoredResource, Outcome> then) =>
        At(state, request, path, id => state.Find(id) is { } found ? then(found) : RemediationErrors.NotFound(id.Name));

    private static ArmResponse Answer(ArmRequest request, int status, StoredResource remediation) => new(status, RemediationDocument.Shape(remediation, request.ApiVersion));

    private Outcome Put(ArmState state, ArmRequest request, ResourceId id)
    {
        if (request.Body is not { } body) return ArmErrors.InvalidRequestContent("The request has no JSON object");
        var existing = state.Find(id);
        if (existing is not null && !RemediationTypes.IsTerminal(RemediationDocument.StateOf(existing)))
            return RemediationErrors.Invalid(id.Name, $"The remediation is in the state '{RemediationDocument.StateOf(existing)}', and a remediation in progress cannot be changed.");
        var remediation = RemediationDocument.Accepted(id, body, existing, request);
        if (rules.Validate(state, remediation, request.Now) is { } refused) return refused;
        var next = existing is null ? state : state.Without(existing.Id);
        runner.Start(remediation.Id);
        return new Outcome(Answer(request, existing is null ? 201 : 200, remediation), next.With(remediation));
    }

    private static Outcome Delete(ArmState state, ArmRequest request, ResourceId id)
    {
        if (state.Find(id) is not { } existing) return new ArmResponse(204);
        var current = RemediationDocument.StateOf(existing);
        return RemediationTypes.IsTerminal(current)
            ? new Outcome(Answer(request, 200, existing), state.Without(id))
            : RemediationErrors.StillRunning(id.Name, current);
    }

    private Outcome Cancel(ArmState state, ArmRequest request, StoredResource remediation)
    {
        var current = RemediationDocument.StateOf(remediation);
        if (RemediationTypes.IsTerminal(current)) return RemediationErrors.NotRunning(remediation.Id.Name, current);
        var canceling = RemediationDocument.In(remediation, RemediationTypes.Cancelling, null, request.Now);
        runner.Cancel(remediation.Id);
        return new Outcome(Answer(request, 200, canceling), state.With(canceling));
    }

    // $top is how many to return at all, not the size of a page.
    private static Outcome Deployments(ArmState state, ArmRequest request, StoredResource remediation) =>
        Limited(request, [.. state.OfType(RemediationTypes.Deployment, remediation.Id)], RemediationDeployment.Shape);

    private static Outcome List(ArmState state, ArmRequest request, ResourceId any)
    {
        FilterNode? filter = null;
        if (request.Query.TryGetValue("$filter", out var text))
        {
            filter = FilterParser.Parse(text, Schema, out var error);
            if (filter is null) return ArmErrors.InvalidQuery(error ?? text);
        }

        var listed = state.OfType(Type).Where(remediation => any.Parent is { } scope && IsListed(remediation.Id, scope) && filter?.Matches(Row(remediation)) != false);
        return Limited(request, [.. listed], remediation => RemediationDocument.Shape(remediation, request.ApiVersion));
    }

    // A subscription lists those of its resource groups and resources too; a management group its own.
    private static bool IsListed(ResourceId remediation, ResourceId scope) => scope.Equals(remediation.Parent) || remediation.IsWithin(scope);

    private static ArmResponse Limited(ArmRequest request, ImmutableArray<StoredResource> items, Func<StoredResource, JsonNode> write)
    {
        if (!request.Query.ContainsKey("$top")) return Paging.Page(request, items, write);
        return Paging.TryNumber(request, "$top", 0, out var top)
            ? ArmEnvelope.List(items.Take(top).Select(write), null)
            : ArmEnvelope.Error(ArmErrors.InvalidQuery("The value of $top must be a number, 0 or more."));
    }

    private static ObjectValue Row(StoredResource remediation) => PolicyValueReader.Object(
        [("name", new TextValue(remediation.Id.Name)), .. Schema.Properties.Skip(1).Select(name => (name, (PolicyValue)new TextValue(remediation.PropertyText(name) ?? string.Empty)))]);
}
