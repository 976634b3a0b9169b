using System.Collections.Immutable;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Environments;
using Plumbline.Planning.Objects;

namespace Plumbline.Planning.Exemptions;

/// <summary>Finds the assignments that an exemption is from, by index over what is declared: no request, however many exemptions there are.</summary>
internal sealed class ExemptionMatch(ImmutableArray<DesiredAssignment> assignments)
{
    /// <summary>The assignments whose scope holds the exemption's, each with the members the exemption is limited to; empty members for all.</summary>
    public IEnumerable<(DesiredAssignment Assignment, ImmutableArray<string> References)> Of(ExemptionDeclaration exemption, string scope) =>
        from assignment in assignments
        where Reaches(assignment.Scope, scope) && !assignment.Declaration.NotScopes.Any(left => ArmScope.Contains(left, scope))
        let references = References(exemption, assignment)
        where references is not null
        select (assignment, references.Value);

    /// <summary>All names an exemption's target could have meant.</summary>
    public IEnumerable<string> Known(ExemptionTargetKind kind) => assignments.SelectMany(assignment => kind switch
    {
        ExemptionTargetKind.Control => assignment.Members.SelectMany(member => member.Groups).Select(ControlName.Short),
        ExemptionTargetKind.Policy => assignment.Members.Select(member => member.DefinitionName),
        ExemptionTargetKind.Initiative => [assignment.Declaration.Target],
        _ => [assignment.Declaration.Name],
    }).Distinct(StringComparer.OrdinalIgnoreCase);

    // What lies below a management group is not told by an id; the service checks it.
    private static bool Reaches(string assignmentScope, string scope) =>
        ArmScope.Contains(assignmentScope, scope) || (ArmScope.Parse(assignmentScope)?.Kind == ArmScopeKind.ManagementGroup && ArmScope.Parse(scope)?.Kind != ArmScopeKind.ManagementGroup);

    private static ImmutableArray<string>? References(ExemptionDeclaration exemption, DesiredAssignment assignment)
    {
        var target = exemption.Target;
        var chosen = target.Kind switch
        {
            ExemptionTargetKind.Control => assignment.Members.Where(member => member.Groups.Any(group => ControlName.Means(target.Name, group))),
            ExemptionTargetKind.Policy => assignment.Members.Where(member => MemberSelection.IsPolicy(target.Name, member)),
            ExemptionTargetKind.Initiative when assignment.Declaration.Kind == ArmObjectKind.PolicySetDefinition && IsAssigned(target.Name, assignment) => assignment.Members,
            ExemptionTargetKind.Assignment when IsNamed(target.Name, assignment) => assignment.Members,
            _ => [],
        };
        var members = chosen.ToImmutableArray();
        if (members.IsEmpty) return null;
        var wanted = exemption.ReferenceIds.IsEmpty ? members : [.. members.Where(member => exemption.ReferenceIds.Contains(member.ReferenceId, StringComparer.OrdinalIgnoreCase))];
        if (wanted.IsEmpty) return null;
        return wanted.Length == assignment.Members.Length ? [] : [.. wanted.Select(member => member.ReferenceId)];
    }

    private static bool IsAssigned(string name, DesiredAssignment assignment) =>
        Same(name, assignment.Declaration.Target) || (assignment.Object.Properties["policyDefinitionId"] is Policy.Values.TextValue id && Same(name, id.Value));

    private static bool IsNamed(string name, DesiredAssignment assignment) => Same(name, assignment.Declaration.Name) || Same(name, assignment.Object.Id);

    private static bool Same(string left, string right) => string.Equals(left.TrimEnd('/'), right.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
