using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Scan.Policies;

/// <summary>What a scan evaluates: assignments as given, and initiatives and definitions as if they were assigned to everything.</summary>
/// <param name="Assignments">The assignments.</param>
/// <param name="Diagnostics">What is wrong with policies.</param>
/// <param name="ParameterNames">The parameters of what is assigned.</param>
public sealed record ScanPlan(ImmutableArray<ScanAssignment> Assignments, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> ParameterNames)
{
    /// <summary>How many policies are evaluated.</summary>
    public int PolicyCount => Assignments.Sum(assignment => assignment.Initial.Policies.Length);

    /// <summary>Makes a plan.</summary>
    /// <param name="chosen">What to evaluate. A definition that one of the initiatives refers to is evaluated as its member only.</param>
    /// <param name="others">What initiatives may refer to besides.</param>
    /// <param name="values">Values of parameters by name; each goes to what declares it.</param>
    /// <param name="aliases">Where field names are looked up.</param>
    public static ScanPlan Make(ImmutableArray<PolicyDocument> chosen, ImmutableArray<PolicyDocument> others, ImmutableDictionary<string, PolicyValue> values, ScanAliases aliases)
    {
        var shelf = new PolicyShelf([.. chosen, .. others.Where(other => !chosen.Any(document => IsSame(document, other)))]);
        var members = chosen.Select(document => document.SetDefinition).OfType<PolicySetDefinition>()
            .Concat(chosen.Select(document => document.Assignment).OfType<PolicyAssignment>().SelectMany(assignment => shelf.SetDefinitions(assignment.PolicyDefinitionId)))
            .SelectMany(set => set.References).Select(reference => NameOf(reference.PolicyDefinitionId)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var assigned = chosen.Select(document => document.Assignment).OfType<PolicyAssignment>().Select(assignment => NameOf(assignment.PolicyDefinitionId)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<PolicyAssignment> assignments =
        [
            .. chosen.Select(document => document.Assignment).OfType<PolicyAssignment>().Select(assignment => WithValues(assignment, shelf, values)),
            .. chosen.Where(document => document.SetDefinition is not null && !assigned.Contains(document.Name)).Select(document => Everywhere(document, shelf, values)),
            .. chosen.Where(document => document.Definition is not null && !members.Contains(document.Name) && !assigned.Contains(document.Name)).Select(document => Everywhere(document, shelf, values)),
        ];
        ImmutableArray<ScanAssignment> ready = [.. assignments.Select(assignment => new ScanAssignment(assignment, shelf, aliases))];
        return new(
            ready,
            [.. ready.SelectMany(assignment => assignment.Initial.Diagnostics).Distinct()],
            [.. assignments.SelectMany(assignment => Declared(assignment, shelf)).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static PolicyAssignment Everywhere(PolicyDocument document, PolicyShelf shelf, ImmutableDictionary<string, PolicyValue> values) => WithValues(
        new PolicyAssignment(
            $"/providers/Microsoft.Authorization/policyAssignments/{document.Name}", document.Name, "/", null, null, document.AssignableId, null, ImmutableDictionary<string, PolicyValue>.Empty,
            [], EnforcementMode.Default, [], [], [], null, null, null, null, PolicyValueReader.Object(), new SourceLocation(document.File)),
        shelf,
        values);

    private static PolicyAssignment WithValues(PolicyAssignment assignment, PolicyShelf shelf, ImmutableDictionary<string, PolicyValue> values)
    {
        var declared = Declared(assignment, shelf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return assignment with { Parameters = assignment.Parameters.SetItems(values.Where(value => declared.Contains(value.Key))) };
    }

    private static IEnumerable<string> Declared(PolicyAssignment assignment, PolicyShelf shelf) =>
        shelf.SetDefinitions(assignment.PolicyDefinitionId).SelectMany(set => set.Parameters)
            .Concat(shelf.Definitions(assignment.PolicyDefinitionId).SelectMany(definition => definition.Parameters))
            .Select(parameter => parameter.Name);

    private static bool IsSame(PolicyDocument left, PolicyDocument right) =>
        left.Definition is null == (right.Definition is null) && left.SetDefinition is null == (right.SetDefinition is null) && string.Equals(left.Name, right.Name, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string id) => id[(id.LastIndexOf('/') + 1)..];
}
