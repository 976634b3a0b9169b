using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;
using Plumbline.Policy.Values;
using ResourceDocument = Plumbline.Emulator.Store.ResourceDocument;

namespace Plumbline.Emulator.Deployments;

/// <summary>
/// Runs a deployment on a state that nobody keeps: validation and what-if see in it what would be refused, and what would change. Values that only a resource provider
/// knows stay the texts of expressions.
/// </summary>
internal sealed class DeploymentSimulation
{
    // More than a template may hold; loops of nested deployments would go on for hours.
    private const int MaximumResources = 5000;

    private readonly DeploymentWrites writes;
    private readonly ArmRequest asked;
    private readonly ImmutableArray<SimulatedResource>.Builder resources = ImmutableArray.CreateBuilder<SimulatedResource>();
    private ArmState state;

    private DeploymentSimulation(DeploymentWrites writes, ArmState state, ArmRequest asked)
    {
        this.writes = writes;
        this.state = state;
        this.asked = asked;
    }

    /// <summary>The resources in the order in which they would be written, those of deployments inside the deployment among them.</summary>
    public static ImmutableArray<SimulatedResource> Run(DeploymentWrites writes, ArmState state, TemplateExpansion plan, ArmRequest asked)
    {
        var simulation = new DeploymentSimulation(writes, state, asked);
        simulation.Run(plan);
        return simulation.resources.ToImmutable();
    }

    /// <summary>What makes a deployment not worth beginning: refusals by policy, of authorization, of scopes and of documents. What other resources bring in time is no such thing.</summary>
    public static ImmutableArray<ArmError> ErrorsOf(ImmutableArray<SimulatedResource> resources) =>
        [.. resources.Select(resource => resource.Error).OfType<ArmError>().Where(error => error.Status is not (404 or 409) || error.Code is "ResourceGroupNotFound" or "SubscriptionNotFound")];

    private void Run(TemplateExpansion plan)
    {
        foreach (var planned in plan.Resources.Where(resource => !resource.IsExisting))
        {
            if (resources.Count == MaximumResources) return;
            if (planned.IsDeployment) Nest(planned);
            else Write(planned);
        }
    }

    private void Nest(PlannedResource planned)
    {
        var inner = planned.Nested(new StateWorld(state, isFinal: false));
        if (inner.Problems.FirstOrDefault(problem => !problem.IsDeferred) is { } problem)
        {
            resources.Add(new SimulatedResource(planned, state.Find(planned.Id), null, DeploymentErrors.Of(problem)));
            return;
        }

        if (ScopeError(inner.Place) is { } missing) resources.Add(new SimulatedResource(planned, null, null, missing));
        else if (!inner.Problems.IsEmpty) resources.Add(new SimulatedResource(planned, state.Find(planned.Id), null, null));
        else Run(inner);
    }

    private ArmError? ScopeError(DeploymentPlace place)
    {
        if (place.SubscriptionId is { } subscription && state.Find($"/subscriptions/{subscription}") is null) return ArmErrors.SubscriptionNotFound(subscription);
        return place.ResourceGroup is { } group && state.Find(place.Scope) is null ? ArmErrors.ResourceGroupNotFound(group) : null;
    }

    private void Write(PlannedResource planned)
    {
        var before = state.Find(planned.Id);
        var (body, problem) = planned.Body(new StateWorld(state, isFinal: false));
        if (body is null || problem is not null)
        {
            var refusal = problem is { IsDeferred: false } ? DeploymentErrors.Of(problem) : null;
            resources.Add(new SimulatedResource(planned, before, null, refusal));
            return;
        }

        var node = Node(body);
        var outcome = writes.Put(state, asked, planned.Id, planned.ApiVersion, node);
        var error = DeploymentWrites.ErrorOf(outcome);
        // What is refused is still looked at further: other resources may refer to it, and a preview shows it.
        if (error is null && outcome.Next is { } next) state = next;
        else if (ResourceId.TryParse(planned.Id) is { } id) state = state.With(ResourceDocument.Create(id, node, before, asked.Now, asked.Caller));
        resources.Add(new SimulatedResource(planned, before, state.Find(planned.Id), error));
    }

    internal static JsonObject Node(ObjectValue value) => JsonNode.Parse(PolicyValueWriter.ToUtf8(value).Span, documentOptions: Json.Strict) as JsonObject ?? [];
}
