using System.Collections.Immutable;

namespace Plumbline.Policy.Assignments;

/// <summary>Records, rolled up in every direction. Those without a state are left out.</summary>
/// <param name="State">Of all records, which is that of the initiative when they are those of one assignment; null when there are none.</param>
/// <param name="Resources">The distinct resources, each rolled up over its policies.</param>
/// <param name="Policies">The assigned policies, each rolled up over its resources.</param>
/// <param name="ByResource">In the order of the resource ids, without regard to case.</param>
/// <param name="ByPolicy">In the order of assignments, reference ids and definitions.</param>
/// <param name="ByGroup">In the order of the group names.</param>
public sealed record ComplianceOverview(
    ComplianceState? State,
    ComplianceCounts Resources,
    ComplianceCounts Policies,
    ImmutableArray<ComplianceLine> ByResource,
    ImmutableArray<ComplianceLine> ByPolicy,
    ImmutableArray<ComplianceLine> ByGroup)
{
    /// <summary>Rolls records up. Their order does not matter, and neither does a record that is given twice.</summary>
    public static ComplianceOverview Of(IEnumerable<AssignmentRecord> records)
    {
        ImmutableArray<Entry> entries =
        [
            .. from record in records
               where record.State is not null
               select new Entry(record.ResourceId, PolicyOf(record), record.Policy.GroupNames, record.State ?? default),
        ];
        var byResource = Lines(entries.Select(entry => (entry.Resource, entry)));
        var byPolicy = Lines(entries.Select(entry => (entry.Policy, entry)));
        return new(
            ComplianceRollUp.Of(entries.Select(entry => entry.State)),
            ComplianceCounts.Of(byResource.Select(line => line.State)),
            ComplianceCounts.Of(byPolicy.Select(line => line.State)),
            byResource,
            byPolicy,
            Lines(entries.SelectMany(entry => entry.Groups.Select(group => (group, entry)))));
    }

    private static string PolicyOf(AssignmentRecord record) =>
        $"{record.Policy.Assignment.Id}|{record.Policy.ReferenceId}|{record.Policy.DefinitionId}";

    private static ImmutableArray<ComplianceLine> Lines(IEnumerable<(string Key, Entry Entry)> keyed) =>
    [
        .. keyed
            .GroupBy(pair => pair.Key, pair => pair.Entry, StringComparer.OrdinalIgnoreCase)
            .Select(Line)
            .OrderBy(line => line.Key, StringComparer.Ordinal),
    ];

    // Ids come in several casings; one of them would make the order of the records show.
    private static ComplianceLine Line(IGrouping<string, Entry> group)
    {
        var resources = group
            .GroupBy(entry => entry.Resource, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Min(entry => entry.State))
            .ToList();
        return new(group.Key.ToLowerInvariant(), resources.Min(), ComplianceCounts.Of(resources));
    }

    private sealed record Entry(string Resource, string Policy, ImmutableArray<string> Groups, ComplianceState State);
}
