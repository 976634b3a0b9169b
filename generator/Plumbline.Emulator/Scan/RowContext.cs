using System.Collections.Concurrent;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Scan;

/// <summary>What rows read besides their record: the scopes above a resource, and the engine for explanations.</summary>
/// <param name="evaluator">Explains verdicts; null explains none.</param>
/// <param name="state">What is stored now.</param>
internal sealed class RowContext(PolicyEvaluator? evaluator, ArmState state)
{
    private readonly ConcurrentDictionary<string, TextValue> groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly RelatedResources related = new(state);

    /// <summary>The management groups above a subscription, the nearest first, as the comma list of a record.</summary>
    public TextValue ManagementGroups(string? subscription) => subscription is null
        ? ComplianceRow.Empty
        : groups.GetOrAdd(subscription, static (id, tree) => new TextValue(string.Join(',', tree.Groups.Above(id))), ScopeTree.Of(state));

    /// <summary>
    /// The explanation of a verdict: the same policy evaluated again on the same document at the same instant. Related resources and scopes are those of now: of them
    /// older documents are not kept.
    /// </summary>
    public PolicyValue Explain(ResourceVerdicts verdicts, AssignedMember member)
    {
        if (evaluator is null) return UndefinedValue.Instance;
        if (member.Policy.Definition is not { } definition) return EvaluationDetails.Of(null, "The policy definition could not be found.");
        var id = verdicts.Resource.Id;
        var context = new EvaluationContext(
            verdicts.Timestamp,
            null,
            id.SubscriptionId is { } subscription ? Scope($"/subscriptions/{subscription}") : null,
            id.ResourceGroup is { } group ? Scope($"/subscriptions/{id.SubscriptionId}/resourceGroups/{group}") : null,
            ScanVariant.ContextOf(member));
        var result = evaluator.Evaluate(definition, new EvaluationInput(ResourceView.Of(verdicts.Resource), member.Policy.Parameters, context, related));
        return EvaluationDetails.Of(result, result.Error);
    }

    private ObjectValue? Scope(string id) => state.Find(id) is { } found ? PolicyValueReader.FromElement(found.Body) as ObjectValue : null;
}
