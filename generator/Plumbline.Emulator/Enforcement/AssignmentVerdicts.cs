using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Emulator.Enforcement;

/// <summary>Evaluates all assignments, with the context that the store knows. Enforcement and scans both ask here, so that they cannot differ.</summary>
/// <param name="policies">The assignments.</param>
/// <param name="state">What is stored.</param>
/// <param name="now">What <c>utcNow()</c> answers, and when exemptions expire.</param>
/// <param name="apiVersion">What <c>requestContext().apiVersion</c> answers; null in a scan.</param>
internal sealed class AssignmentVerdicts(PreparedPolicies policies, ArmState state, DateTimeOffset now, string? apiVersion)
{
    private readonly RelatedResources related = new(state);
    private readonly ImmutableArray<PreparedAssignment> assignments = policies.Of(state);

    /// <summary>The records with a state, in the order of the assignments' ids and of the members.</summary>
    public IEnumerable<AssignmentRecord> On(StoredResource resource)
    {
        var evaluated = new EvaluatedResource(ResourceView.Of(resource), ContextOf(resource.Id), related);
        var records = assignments.Where(assignment => assignment.Unreached(evaluated) is null).SelectMany(assignment => assignment.Evaluate(evaluated));
        return ModifyConflicts.Mark(records.Where(record => record.State is not null));
    }

    private EvaluationContext ContextOf(ResourceId resource) => new(
        now,
        apiVersion,
        resource.SubscriptionId is { } subscription ? View($"/subscriptions/{subscription}") : null,
        resource.ResourceGroup is { } group ? View($"/subscriptions/{resource.SubscriptionId}/resourceGroups/{group}") : null);

    private ObjectValue? View(string scope) => state.Find(scope) is { } found ? PolicyValueReader.FromElement(found.Body) as ObjectValue : null;
}
