using System.Collections.Immutable;

namespace Plumbline.Emulator.Scan;

/// <summary>How several states become one: a resource over its policies, a policy over its resources, a group over both.</summary>
internal static class StateRollUp
{
    /// <summary>Azure's rank, the winner first. Compliant beats Error and Exempt: that is documented, however odd it looks.</summary>
    public static ImmutableArray<string> Rank { get; } = ["NonCompliant", "Compliant", "Error", "Conflict", "Protected", "Exempt", "Unknown"];

    /// <summary>The state of the whole. There must be at least one state; an unknown word ranks last.</summary>
    public static string Of(IEnumerable<string> states) => states.MinBy(RankOf) ?? Rank[^1];

    /// <summary>The place in the rank, zero first.</summary>
    public static int RankOf(string state)
    {
        var place = Rank.IndexOf(state, 0, Rank.Length, StringComparer.OrdinalIgnoreCase);
        return place < 0 ? Rank.Length : place;
    }
}
