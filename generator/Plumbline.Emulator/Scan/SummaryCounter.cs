using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Scan;

/// <summary>Counts records for a summary, resource by resource, holding nothing but the counts. For one thread; what several counted can be added up.</summary>
internal sealed class SummaryCounter
{
    private readonly Dictionary<AssignedMember, Slot> slots = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<AssignmentCounts, ComplianceState> ofAssignments = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<StateCounts, ComplianceState> ofGroups = new(ReferenceEqualityComparer.Instance);

    /// <summary>The resources, each once.</summary>
    public StateCounts Resources { get; } = new();

    /// <summary>The assignments, by id.</summary>
    public SortedDictionary<string, AssignmentCounts> Assignments { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts one resource, or several that are all alike.</summary>
    /// <param name="records">All its records.</param>
    /// <param name="count">How many such resources there are.</param>
    public void Add(IEnumerable<PolicyState> records, long count = 1)
    {
        ofAssignments.Clear();
        ofGroups.Clear();
        ComplianceState? whole = null;
        foreach (var record in records)
        {
            var slot = SlotOf(record);
            slot.Member.Resources.Add(record.State, count);
            whole = whole < record.State ? whole : record.State;
            Lower(ofAssignments, slot.Assignment, record.State);
            foreach (var group in slot.Groups) Lower(ofGroups, group, record.State);
        }

        if (whole is { } state) Resources.Add(state, count);
        foreach (var (assignment, rolledUp) in ofAssignments) assignment.Resources.Add(rolledUp, count);
        foreach (var (group, rolledUp) in ofGroups) group.Add(rolledUp, count);
    }

    // INVARIANT: the states are in the order of their rank: the least wins a roll-up.
    private static void Lower<T>(Dictionary<T, ComplianceState> states, T key, ComplianceState state)
        where T : class
    {
        if (!states.TryGetValue(key, out var known) || state < known) states[key] = state;
    }

    private Slot SlotOf(PolicyState record)
    {
        if (slots.TryGetValue(record.Member, out var known)) return known;
        var id = record.Member.Assignment.Id.Text;
        if (!Assignments.TryGetValue(id, out var assignment)) Assignments[id] = assignment = new AssignmentCounts(record.Member);
        var key = $"{record.Member.DefinitionId}|{record.Member.ReferenceId}";
        if (!assignment.Members.TryGetValue(key, out var member)) assignment.Members[key] = member = new MemberCounts(record.Member, new StateCounts()) { Effect = record.Effect };
        ImmutableArray<StateCounts> groups = [.. record.Member.GroupNames.Distinct(StringComparer.OrdinalIgnoreCase).Select(group => GroupOf(assignment, group))];
        return slots[record.Member] = new Slot(member, assignment, groups);
    }

    private static StateCounts GroupOf(AssignmentCounts assignment, string name)
    {
        if (!assignment.Groups.TryGetValue(name, out var counts)) assignment.Groups[name] = counts = new StateCounts();
        return counts;
    }

    private sealed record Slot(MemberCounts Member, AssignmentCounts Assignment, ImmutableArray<StateCounts> Groups);
}
