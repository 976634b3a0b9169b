using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;
using Plumbline.Policy.Templates;

namespace Plumbline.Emulator.Deployments;

/// <summary>Ends a run: evaluates the outputs and writes the final documents, unless the deployment was cancelled meanwhile.</summary>
internal sealed class DeploymentEnd(ArmStore store, TimeProvider time)
{
    /// <summary>Ends a deployment inside another; gives its error.</summary>
    public Task<ArmError?> NestedAsync(
        RequestedDeployment deployment, TemplateExpansion plan, IReadOnlyList<string> written, ImmutableArray<ArmError> errors, Func<ArmState, bool> isCanceled) =>
        store.ChangeAsync(state =>
        {
            var (document, error, next) = Documents(state, deployment, plan, written, errors, isCanceled(state));
            return (error, (ArmState?)next.With(DeploymentDocument.Store(deployment, document)));
        });

    /// <summary>Ends an outermost deployment, and the operation that its client polls.</summary>
    public Task<ArmError?> OuterAsync(RequestedDeployment deployment, TemplateExpansion plan, IReadOnlyList<string> written, ImmutableArray<ArmError> errors) =>
        store.ChangeAsync<ArmError?>(state =>
        {
            if (state.Find(deployment.Id) is not { } current || DeploymentTypes.IsTerminal(DeploymentDocument.StateOf(current))) return (null, null);
            var (document, error, next) = Documents(state, deployment, plan, written, errors, isCanceled: false);
            var status = DeploymentStatus.Create(deployment, error is null ? DeploymentTypes.Succeeded : DeploymentTypes.Failed, error);
            return (error, next.With(DeploymentDocument.Store(deployment, document)).With(status));
        });

    private (JsonObject Document, ArmError? Error, ArmState Next) Documents(
        ArmState state, RequestedDeployment deployment, TemplateExpansion plan, IReadOnlyList<string> written, ImmutableArray<ArmError> errors, bool isCanceled)
    {
        var now = time.GetUtcNow();
        var (outputs, problem) = errors.IsEmpty && !isCanceled ? plan.Outputs(new StateWorld(state, isFinal: true)) : (null, null);
        var all = problem is null ? errors : errors.Add(DeploymentErrors.Of(problem));
        var error = all.IsEmpty ? null : DeploymentErrors.Failed(deployment.Id.Text, all);
        var provisioning = isCanceled ? DeploymentTypes.Canceled : error is null ? DeploymentTypes.Succeeded : DeploymentTypes.Failed;
        var document = DeploymentDocument.Create(deployment, plan, provisioning, now);
        if (document["properties"] is JsonObject properties)
        {
            if (error is not null) properties["error"] = ArmEnvelope.Document(error);
            else if (outputs is { Properties.IsEmpty: false }) properties["outputs"] = DeploymentSimulation.Node(outputs);
            if (error is null) properties["outputResources"] = DeploymentDocument.Ids(written.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase));
        }

        // Azure notes the evaluation of outputs as an operation of its own.
        var evaluation = isCanceled || outputs is { Properties.IsEmpty: true } && problem is null ? null : OperationDocument.Create(deployment, "EvaluateDeploymentOutput", null, problem is null ? 200 : 400, problem is null ? null : DeploymentErrors.Of(problem), now, now);
        return (document, error, evaluation is null || !errors.IsEmpty ? state : state.With(evaluation));
    }
}
