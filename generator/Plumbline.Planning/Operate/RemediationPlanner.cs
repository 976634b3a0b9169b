using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Values;

namespace Plumbline.Planning.Operate;

/// <summary>Makes the remediations of an environment: one for each policy that changes resources, split where a filter has more ids than Azure takes.</summary>
public static class RemediationPlanner
{
    /// <summary>The most ids in <c>filters.resourceIds</c>, Azure's limit.</summary>
    public const int MaximumResourceIds = 100;

    /// <summary>The tasks for what is chosen.</summary>
    /// <param name="deployed">What is deployed.</param>
    /// <param name="choices">What is to be remediated.</param>
    /// <param name="at">Where the choices were made.</param>
    public static RemediationPlan Plan(DeployedPolicies deployed, RemediationChoices choices, SourceLocation at)
    {
        var chosen = choices.Policies.From(deployed).Where(one => Changes(one.Member)).ToImmutableArray();
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        problems.AddRange(choices.Policies.Unknown(deployed, at));
        problems.AddRange(NotRemediable(deployed, choices.Policies, at));
        problems.AddRange(Refusals(chosen, choices, at));
        if (problems.Any(problem => problem.IsError)) return new([], problems.ToImmutable());
        if (chosen.IsEmpty) problems.Add(DiagnosticCatalog.NothingWithEffect(at, deployed.Environment.Name, "modify or deployIfNotExists"));
        return new([.. chosen.SelectMany(one => Tasks(one.Assignment, one.Member, choices))], problems.ToImmutable());
    }

    /// <summary>Whether a policy changes resources.</summary>
    public static bool Changes(DeployedMember member) => member.HasEffect(EffectNames.Modify, EffectNames.DeployIfNotExists);

    // A name that chooses policies, none of which changes resources. A control may have others beside.
    private static IEnumerable<Diagnostic> NotRemediable(DeployedPolicies deployed, PolicyChoice choice, SourceLocation at) =>
        from one in choice.Names
        let members = choice.From(deployed).Where(found => PolicyChoice.Means(one.Kind, one.Name, found.Member)).Select(found => found.Member).ToImmutableArray()
        where !members.IsEmpty && !members.Any(Changes)
        select DiagnosticCatalog.EffectNotRemediable(at, one.Kind, one.Name, string.Join(" or ", members.Select(member => member.EffectText).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));

    private static IEnumerable<Diagnostic> Refusals(ImmutableArray<(DeployedAssignment Assignment, DeployedMember Member)> chosen, RemediationChoices choices, SourceLocation at)
    {
        foreach (var id in choices.ResourceIds.Where(id => !chosen.IsEmpty && !chosen.Any(one => one.Assignment.MayReach(id)))) yield return DiagnosticCatalog.ResourceNotReached(at, id);
        foreach (var assignment in chosen.Select(one => one.Assignment).DistinctBy(one => one.Id).Where(one => choices.ReEvaluates && one.IsAtManagementGroup))
            yield return DiagnosticCatalog.ReEvaluationNotPossible(at, assignment.Scope);
        foreach (var one in chosen.DistinctBy(one => one.Assignment.Id).Where(one => one.Assignment.Principals.IsEmpty))
            yield return DiagnosticCatalog.AssignmentWithoutIdentity(at, one.Assignment.DeclaredName, one.Member.Title);
    }

    private static IEnumerable<RemediationTask> Tasks(DeployedAssignment assignment, DeployedMember member, RemediationChoices choices)
    {
        if (choices.ResourceIds.IsEmpty) return [Task(assignment, member, choices, [])];
        return choices.ResourceIds
            .Where(assignment.MayReach)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Chunk(MaximumResourceIds)
            .Select(ids => Task(assignment, member, choices, [.. ids]));
    }

    private static RemediationTask Task(DeployedAssignment assignment, DeployedMember member, RemediationChoices choices, ImmutableArray<string> ids)
    {
        var body = PolicyValueReader.Object(("properties", Present(
            ("policyAssignmentId", new TextValue(assignment.Id)),
            ("policyDefinitionReferenceId", member.ReferenceId is { } reference ? new TextValue(reference) : UndefinedValue.Instance),
            ("resourceDiscoveryMode", new TextValue(choices.ReEvaluates ? "ReEvaluateCompliance" : "ExistingNonCompliant")),
            ("filters", Filters(choices.Locations, ids)),
            ("resourceCount", new IntegerValue(choices.ResourceCount)),
            ("parallelDeployments", choices.Parallel is { } parallel ? new IntegerValue(parallel) : UndefinedValue.Instance),
            ("failureThreshold", choices.FailureThreshold is { } share ? PolicyValueReader.Object(("percentage", new FloatValue((double)share))) : UndefinedValue.Instance))));
        return new(RemediationNames.Of(assignment, member, body), assignment, member, body);
    }

    private static PolicyValue Filters(ImmutableArray<string> locations, ImmutableArray<string> ids) => locations.IsEmpty && ids.IsEmpty
        ? UndefinedValue.Instance
        : Present(("locations", Texts(locations)), ("resourceIds", Texts(ids)));

    private static PolicyValue Texts(ImmutableArray<string> texts) => texts.IsEmpty ? UndefinedValue.Instance : new ArrayValue([.. texts.Select(text => new TextValue(text))]);

    private static ObjectValue Present(params (string Name, PolicyValue Value)[] properties) =>
        new([.. PolicyValueReader.Object(properties).Properties.Where(property => property.Value is not UndefinedValue)]);
}
