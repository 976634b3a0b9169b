using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Scan;

/// <summary>How many things there are in each state, after rolling up.</summary>
internal sealed class StateCounts
{
    private readonly long[] counts = new long[ComplianceRollUp.Rank.Length];

    /// <summary>The count of a state.</summary>
    public long this[ComplianceState state] => counts[(int)state];

    /// <summary>The state of the whole; null when nothing was counted.</summary>
    public ComplianceState? RolledUp
    {
        get
        {
            foreach (var state in ComplianceRollUp.Rank)
            {
                if (counts[(int)state] > 0) return state;
            }

            return null;
        }
    }

    /// <summary>Counts some more.</summary>
    public void Add(ComplianceState state, long count = 1) => counts[(int)state] += count;

    /// <summary>Adds other counts.</summary>
    public void Add(StateCounts other)
    {
        foreach (var state in ComplianceRollUp.Rank) Add(state, other[state]);
    }
}

/// <summary>The counts of one assigned policy: how many resources are in which state under it.</summary>
internal sealed record MemberCounts(AssignedMember Member, StateCounts Resources)
{
    /// <summary>The effect of the records counted first.</summary>
    public required string Effect { get; init; }
}

/// <summary>The counts of one assignment.</summary>
internal sealed class AssignmentCounts(AssignedMember first)
{
    /// <summary>One of its policies.</summary>
    public AssignedMember First => first;

    /// <summary>Its resources, each once.</summary>
    public StateCounts Resources { get; } = new();

    /// <summary>Its policies, by definition and reference.</summary>
    public SortedDictionary<string, MemberCounts> Members { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The resources of each group of its initiative, each once a group.</summary>
    public SortedDictionary<string, StateCounts> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);
}
