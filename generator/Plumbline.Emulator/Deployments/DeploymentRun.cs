using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;

namespace Plumbline.Emulator.Deployments;

/// <summary>One run of one deployment: writes its resources one after the other, each with its operation in the same change.</summary>
/// <param name="store">The store.</param>
/// <param name="writes">How resources are written.</param>
/// <param name="time">The clock of operations.</param>
/// <param name="deployment">The deployment.</param>
/// <param name="isCanceled">Whether the outermost deployment was cancelled meanwhile.</param>
internal sealed class DeploymentRun(ArmStore store, DeploymentWrites writes, TimeProvider time, RequestedDeployment deployment, Func<ArmState, bool> isCanceled)
{
    private readonly HashSet<string> failed = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> written = [];
    private readonly List<ArmError> errors = [];

    /// <summary>The ids of what was written, in the order of writing.</summary>
    public IReadOnlyList<string> Written => written;

    /// <summary>Writes the resources, and with <c>Complete</c> deletes the others; gives what failed.</summary>
    public async Task<ImmutableArray<ArmError>> ExecuteAsync(TemplateExpansion plan)
    {
        foreach (var planned in plan.Resources.Where(resource => !resource.IsExisting))
        {
            if (isCanceled(store.Current)) return [.. errors];
            if (planned.DependsOn.Any(failed.Contains)) failed.Add(planned.Id);
            else Note(planned, planned.IsDeployment ? await NestAsync(planned) : await WriteAsync(planned));
        }

        if (deployment.IsComplete && errors.Count == 0) await DeleteOthersAsync(plan);
        return [.. errors];
    }

    private void Note(PlannedResource planned, ArmError? error)
    {
        if (error is null)
        {
            written.Add(planned.Id);
            return;
        }

        failed.Add(planned.Id);
        errors.Add(error);
    }

    private Task<ArmError?> WriteAsync(PlannedResource planned)
    {
        var started = time.GetUtcNow();
        return store.ChangeAsync(state =>
        {
            var (body, problem) = planned.Body(new StateWorld(state, isFinal: true));
            if (body is null || problem is not null) return Ended(state, planned, "Create", DeploymentErrors.Of(problem ?? new TemplateProblem("InvalidTemplate", planned.Id)), 400, started);
            var outcome = writes.Put(state, deployment.Request with { Now = started }, planned.Id, planned.ApiVersion, DeploymentSimulation.Node(body));
            return Ended(outcome.Next ?? state, planned, "Create", DeploymentWrites.ErrorOf(outcome), outcome.Response.Status, started);
        });
    }

    private (ArmError? Error, ArmState? Next) Ended(ArmState state, PlannedResource planned, string kind, ArmError? error, int status, DateTimeOffset started) =>
        (error, state.With(OperationDocument.Create(deployment, kind, (planned.Id, planned.Type, planned.Name), status, error, started, time.GetUtcNow())));

    private async Task<ArmError?> NestAsync(PlannedResource planned)
    {
        var started = time.GetUtcNow();
        var inner = planned.Nested(new StateWorld(store.Current, isFinal: true));
        var error = inner.Problems.IsEmpty ? ResourceId.TryParse(planned.Id) is { } id ? await RunInnerAsync(id, planned, inner, started) : null : DeploymentErrors.Of(inner.Problems[0]);
        return await store.ChangeAsync(state => Ended(state, planned, "Create", error, error?.Status ?? 200, started));
    }

    private async Task<ArmError?> RunInnerAsync(ResourceId id, PlannedResource planned, TemplateExpansion plan, DateTimeOffset started)
    {
        var inner = new RequestedDeployment(
            id, plan.Place, planned.NestedTemplate ?? deployment.Template, ImmutableDictionary<string, Plumbline.Policy.Values.PolicyValue>.Empty, "Incremental",
            plan.Place.Level == TemplateLevel.ResourceGroup ? null : planned.Location ?? deployment.Location, deployment.Request with { Now = started })
        {
            CorrelationId = deployment.CorrelationId,
        };
        if (await MissingScopeAsync(inner, plan) is { } missing) return missing;
        var run = new DeploymentRun(store, writes, time, inner, isCanceled);
        var result = await run.ExecuteAsync(plan);
        written.AddRange(run.Written);
        return await new DeploymentEnd(store, time).NestedAsync(inner, plan, run.Written, result, isCanceled);
    }

    private Task<ArmError?> MissingScopeAsync(RequestedDeployment inner, TemplateExpansion plan) => store.ChangeAsync<ArmError?>(state =>
    {
        if (plan.Place.ResourceGroup is { } group && state.Find(plan.Place.Scope) is null) return (ArmErrors.ResourceGroupNotFound(group), null);
        if (plan.Place.SubscriptionId is { } subscription && state.Find($"/subscriptions/{subscription}") is null) return (ArmErrors.SubscriptionNotFound(subscription), null);
        return (null, state.With(DeploymentDocument.Store(inner, DeploymentDocument.Create(inner, plan, DeploymentTypes.Running, time.GetUtcNow()))));
    });

    // Everything that the template names stays, also what its nested deployments wrote into the group.
    private async Task DeleteOthersAsync(TemplateExpansion plan)
    {
        var kept = written.Concat(plan.Resources.Select(resource => resource.Id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var other in CompleteMode.Others(store.Current, deployment.Place.Scope, kept))
        {
            if (isCanceled(store.Current)) return;
            var started = time.GetUtcNow();
            var error = await store.ChangeAsync(state =>
            {
                var outcome = writes.Delete(state, deployment.Request with { Now = started }, other.Text, CompleteMode.ApiVersionOf(other));
                var refused = DeploymentWrites.ErrorOf(outcome);
                return (refused, (outcome.Next ?? state).With(OperationDocument.Create(
                    deployment, "Delete", (other.Text, other.Type, other.Name), outcome.Response.Status, refused, started, time.GetUtcNow())));
            });
            if (error is not null) errors.Add(error);
        }
    }
}
