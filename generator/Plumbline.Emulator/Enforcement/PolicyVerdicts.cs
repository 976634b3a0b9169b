using Plumbline.Emulator.Store;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Evaluates one definition on one resource; in production <see cref="PolicyEvaluator.Evaluate"/>.</summary>
internal delegate EvaluationResult PolicyEvaluation(PolicyDefinition definition, EvaluationInput input);

/// <summary>Asks the engine for verdicts, with the context that the store knows. Enforcement and scans both ask here, so that they cannot differ.</summary>
/// <param name="evaluate">The engine.</param>
/// <param name="state">What is stored.</param>
/// <param name="now">What <c>utcNow()</c> answers.</param>
/// <param name="apiVersion">What <c>requestContext().apiVersion</c> answers; null in a scan.</param>
internal sealed class PolicyVerdicts(PolicyEvaluation evaluate, ArmState state, DateTimeOffset now, string? apiVersion)
{
    private readonly RelatedResources related = new(state);

    /// <summary>The verdict; <see cref="EvaluationStatus.NotApplicable"/> when the assignment or the mode leaves the resource out.</summary>
    public EvaluationResult On(AssignedPolicy policy, StoredResource resource, ObjectValue view)
    {
        if (!AssignedPolicies.Reaches(policy.Assignment, resource.Id))
            return new EvaluationResult(EvaluationStatus.NotApplicable, string.Empty, []);
        if (policy.Error is { } error) return new EvaluationResult(EvaluationStatus.Error, string.Empty, [], Error: error);
        return evaluate(policy.Definition, new EvaluationInput(view, policy.Parameters, Context(policy, resource.Id), related));
    }

    private EvaluationContext Context(AssignedPolicy policy, ResourceId resource) => new(
        now,
        apiVersion,
        View($"/subscriptions/{state.SubscriptionId}"),
        resource.ResourceGroup is { } group ? View($"/subscriptions/{state.SubscriptionId}/resourceGroups/{group}") : null,
        PolicyValueReader.Object(
            ("assignmentId", new TextValue(policy.Assignment.Id.Text)),
            ("definitionId", new TextValue(policy.Stored.Id.Text)),
            ("setDefinitionId", new TextValue(policy.Set?.Stored.Id.Text ?? string.Empty)),
            ("definitionReferenceId", new TextValue(policy.Set?.Reference.ReferenceId ?? string.Empty))));

    private ObjectValue? View(string scope) => state.Find(scope) is { } found ? PolicyValueReader.FromElement(found.Body) as ObjectValue : null;
}
