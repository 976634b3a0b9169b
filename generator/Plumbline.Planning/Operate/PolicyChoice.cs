using System.Collections.Immutable;
using Plumbline.Planning.Desired;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Operate;

/// <summary>Chooses policies that are deployed: those that one of the names means, in the assignments that are named. No name chooses all.</summary>
/// <param name="Policies">Names or ids of definitions.</param>
/// <param name="Controls">Controls: groups of initiatives.</param>
/// <param name="References">Members of initiatives.</param>
/// <param name="Assignments">Declared names, resource names or ids of assignments; empty for all.</param>
public sealed record PolicyChoice(ImmutableArray<string> Policies, ImmutableArray<string> Controls, ImmutableArray<string> References, ImmutableArray<string> Assignments)
{
    /// <summary>Everything.</summary>
    public static PolicyChoice All { get; } = new([], [], [], []);

    /// <summary>Whether policies are named at all.</summary>
    public bool NamesPolicies => !(Policies.IsEmpty && Controls.IsEmpty && References.IsEmpty);

    /// <summary>Each name with what it is.</summary>
    public IEnumerable<(string Kind, string Name)> Names =>
        Policies.Select(name => ("policy", name)).Concat(Controls.Select(name => ("control", name))).Concat(References.Select(name => ("reference", name)));

    /// <summary>The chosen policies with their assignments, in order.</summary>
    public IEnumerable<(DeployedAssignment Assignment, DeployedMember Member)> From(DeployedPolicies deployed) =>
        from assignment in deployed.Assignments
        where Assignments.IsEmpty || Assignments.Any(name => IsAssignment(name, assignment))
        from member in assignment.Members
        where !NamesPolicies || Names.Any(one => Means(one.Kind, one.Name, member))
        select (assignment, member);

    /// <summary>What is wrong with the names: those that nothing deployed has.</summary>
    /// <param name="deployed">What is deployed.</param>
    /// <param name="at">Where the names were given.</param>
    public IEnumerable<Diagnostic> Unknown(DeployedPolicies deployed, SourceLocation at)
    {
        foreach (var name in Assignments.Where(name => !deployed.Assignments.Any(one => IsAssignment(name, one))))
            yield return DiagnosticCatalog.OperationTargetUnknown(at, "assignment", name, NearestName.Find(name, deployed.Assignments.Select(one => one.DeclaredName)));
        var members = deployed.Assignments.Where(one => Assignments.IsEmpty || Assignments.Any(name => IsAssignment(name, one))).SelectMany(one => one.Members).ToImmutableArray();
        foreach (var (kind, name) in Names.Where(one => !members.Any(member => Means(one.Kind, one.Name, member))))
            yield return DiagnosticCatalog.OperationTargetUnknown(at, kind, name, NearestName.Find(name, members.SelectMany(member => NamesOf(kind, member)).Distinct(StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Whether a name of a kind means a policy.</summary>
    public static bool Means(string kind, string name, DeployedMember member) => kind switch
    {
        "control" => member.Groups.Any(group => ControlName.Means(name, group)),
        "policy" => NamesOf(kind, member).Contains(name, StringComparer.OrdinalIgnoreCase) || Same(name, member.Effect.DefinitionId),
        _ => NamesOf(kind, member).Contains(name, StringComparer.OrdinalIgnoreCase),
    };

    private static IEnumerable<string> NamesOf(string kind, DeployedMember member) => kind switch
    {
        "control" => member.Groups.Select(ControlName.Short),
        "policy" => [member.PolicyName, member.Effect.DefinitionId[(member.Effect.DefinitionId.LastIndexOf('/') + 1)..]],
        _ => member.ReferenceId is { } reference ? [reference] : [],
    };

    private static bool IsAssignment(string name, DeployedAssignment assignment) =>
        Same(name, assignment.DeclaredName) || Same(name, assignment.Object.Name) || Same(name, assignment.Id);

    private static bool Same(string left, string right) => string.Equals(left.TrimEnd('/'), right.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
