using System.Collections.Immutable;

namespace Plumbline.Policy.Assignments;

/// <summary>How several states become one: a resource over its policies, a policy over its resources, a group or an initiative over both.</summary>
public static class ComplianceRollUp
{
    /// <summary>Azure's rank, the winner first. Compliant beats Error and Exempt: that is documented, however odd it looks.</summary>
    public static ImmutableArray<ComplianceState> Rank { get; } = [.. Enum.GetValues<ComplianceState>().Order()];

    /// <summary>The state of the whole; null when there is no state at all.</summary>
    public static ComplianceState? Of(IEnumerable<ComplianceState> states)
    {
        ComplianceState? winner = null;
        foreach (var state in states)
        {
            if (winner is null || state < winner) winner = state;
        }

        return winner;
    }

    /// <summary>The state that a word stands for, in any case; Azure's surfaces write <c>Conflict</c> and <c>Conflicting</c>. Null for any other word.</summary>
    public static ComplianceState? Parse(string word)
    {
        if (string.Equals(word, "Conflicting", StringComparison.OrdinalIgnoreCase)) return ComplianceState.Conflict;
        foreach (var state in Rank)
        {
            if (string.Equals(word, state.ToString(), StringComparison.OrdinalIgnoreCase)) return state;
        }

        return null;
    }
}
