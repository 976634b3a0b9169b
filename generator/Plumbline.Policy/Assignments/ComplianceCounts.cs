using System.Collections.Immutable;

namespace Plumbline.Policy.Assignments;

/// <summary>How many of something (distinct resources, unless it is said otherwise) are in each state.</summary>
/// <param name="ByState">A count for each state, in the rank's order.</param>
public sealed record ComplianceCounts(ImmutableArray<int> ByState)
{
    /// <summary>The count of one state.</summary>
    public int this[ComplianceState state] => ByState[(int)state];

    /// <summary>The sum over all states.</summary>
    public int Total => ByState.Sum();

    /// <summary>
    /// Azure's documented percentage. It counts what is exempt or unknown as good; Protected is in neither part, because the text omits it.
    /// Unknown is in both parts, which the text says in one place and not in another; otherwise it could exceed 100 %.
    /// </summary>
    public CompliancePercentage Azure
    {
        get
        {
            var good = this[ComplianceState.Compliant] + this[ComplianceState.Exempt] + this[ComplianceState.Unknown];
            return new(good, good + Bad, "(Compliant + Exempt + Unknown) / (Compliant + Exempt + Unknown + NonCompliant + Conflict + Error)");
        }
    }

    /// <summary>The strict percentage: only what was evaluated and satisfied is good.</summary>
    public CompliancePercentage Strict =>
        new(this[ComplianceState.Compliant], this[ComplianceState.Compliant] + Bad, "Compliant / (Compliant + NonCompliant + Conflict + Error)");

    private int Bad => this[ComplianceState.NonCompliant] + this[ComplianceState.Conflict] + this[ComplianceState.Error];

    /// <summary>Counts states.</summary>
    public static ComplianceCounts Of(IEnumerable<ComplianceState> states)
    {
        var counts = new int[ComplianceRollUp.Rank.Length];
        foreach (var state in states) counts[(int)state]++;
        return new([.. counts]);
    }

    /// <inheritdoc/>
    public bool Equals(ComplianceCounts? other) => other is not null && ByState.SequenceEqual(other.ByState);

    /// <inheritdoc/>
    public override int GetHashCode() => Total;
}
