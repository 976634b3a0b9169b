using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Assignments;

/// <summary>
/// Evaluates assignments: everything between one definition's verdict and a compliance state. Total, as the engine is: whatever the documents are, there
/// is a record. Safe for use by several threads.
/// </summary>
/// <param name="evaluate">The engine.</param>
public sealed class AssignmentEvaluator(PolicyEvaluation evaluate)
{
    private readonly EffectOverrides effects = new();

    /// <summary>The records of one assignment for one resource: one for each policy, in the order of the initiative; those without a state say why.</summary>
    public ImmutableArray<AssignmentRecord> Evaluate(PolicyAssignment assignment, PolicyEstate estate, EvaluatedResource resource) =>
        Prepare(assignment, estate).Evaluate(resource);

    /// <summary>The records of several assignments for one resource, with the conflicts among them found.</summary>
    public ImmutableArray<AssignmentRecord> Evaluate(IEnumerable<PolicyAssignment> assignments, PolicyEstate estate, EvaluatedResource resource) =>
        ModifyConflicts.Mark(assignments.SelectMany(assignment => Evaluate(assignment, estate, resource)));

    /// <summary>An assignment ready for many resources: its parameters are bound once.</summary>
    public PreparedAssignment Prepare(PolicyAssignment assignment, PolicyEstate estate) =>
        new(assignment, estate, evaluate, new AssignmentMembers(assignment, estate.Definitions, effects));
}
