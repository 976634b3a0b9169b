using System.Collections.Immutable;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Store;

/// <summary>What one evaluation of a resource gave: the records of all policies that apply to it.</summary>
/// <param name="Resource">The document that was evaluated; it never changes, so that it can be evaluated again with an explanation.</param>
/// <param name="Timestamp">When.</param>
/// <param name="States">In the order of the assignments' ids and of the members; never empty in a table.</param>
internal sealed record ResourceVerdicts(StoredResource Resource, DateTimeOffset Timestamp, ImmutableArray<PolicyState> States)
{
    /// <summary>The verdicts of records; those without a state are none.</summary>
    /// <param name="state">Where the documents are that the records come from.</param>
    public static ResourceVerdicts Of(ArmState state, StoredResource resource, IEnumerable<AssignmentRecord> records, DateTimeOffset now)
    {
        var states = ImmutableArray.CreateBuilder<PolicyState>();
        foreach (var record in records)
        {
            if (record.State is { } verdict && AssignedMember.Of(state, record.Policy) is { } member) states.Add(new PolicyState(member, verdict, record.Effect));
        }

        return new ResourceVerdicts(resource, now, states.ToImmutable());
    }

    /// <summary>Newest first; of one instant, in the order of the resources' ids.</summary>
    public static IComparer<ResourceVerdicts> NewestFirst { get; } = Comparer<ResourceVerdicts>.Create((left, right) =>
        right.Timestamp.CompareTo(left.Timestamp) is var order && order != 0 ? order : left.Resource.Id.CompareTo(right.Resource.Id));
}
