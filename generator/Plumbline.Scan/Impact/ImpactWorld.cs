using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;
using Plumbline.Scan.Policies;

namespace Plumbline.Scan.Impact;

/// <summary>What is assigned at one moment: before a change, or after it.</summary>
/// <param name="Assignments">The assignments, ready to be evaluated.</param>
public sealed record ImpactWorld(ImmutableArray<ScanAssignment> Assignments)
{
    /// <summary>What is wrong with policies: those are left out.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. Assignments.SelectMany(assignment => assignment.Initial.Diagnostics).Distinct()];

    /// <summary>Makes a world.</summary>
    /// <param name="assignments">The assignments.</param>
    /// <param name="documents">What they refer to, with the ids it has.</param>
    /// <param name="exemptions">All exemptions; each is used where it fits.</param>
    /// <param name="aliases">Where field names are looked up.</param>
    public static ImpactWorld Make(ImmutableArray<PolicyAssignment> assignments, ImmutableArray<PolicyDocument> documents, ImmutableArray<PolicyExemption> exemptions, ScanAliases aliases)
    {
        var shelf = new PolicyShelf(documents);
        return new([.. assignments.Select(assignment => new ScanAssignment(assignment, shelf, aliases, exemptions))]);
    }
}
