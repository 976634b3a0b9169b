using System.Collections.Immutable;
using Plumbline.Policy.Assignments;

namespace Plumbline.Emulator.Store;

/// <summary>What one evaluation of a resource gave: the records of all policies that apply to it.</summary>
/// <param name="Resource">The document that was evaluated; it never changes, so that it can be evaluated again with an explanation.</param>
/// <param name="Timestamp">When.</param>
/// <param name="States">In the order of the assignments' ids and of the members; never empty in a table.</param>
internal sealed record ResourceVerdicts(StoredResource Resource, DateTimeOffset Timestamp, ImmutableArray<PolicyState> States)
{
    /// <summary>Who wrote the resource, by object id: told of events, empty of scans.</summary>
    public string Principal { get; init; } = string.Empty;

    /// <summary>Tells events of one resource and one instant apart; 0 elsewhere.</summary>
    public long Sequence { get; init; }

    /// <summary>The verdicts of records; those without a state are none.</summary>
    /// <param name="state">Where the documents are that the records come from.</param>
    public static ResourceVerdicts Of(ArmState state, StoredResource resource, IEnumerable<AssignmentRecord> records, DateTimeOffset now)
    {
        var states = ImmutableArray.CreateBuilder<PolicyState>();
        foreach (var record in records)
        {
            if (record.State is { } verdict && AssignedMember.Of(state.PolicyObjects, record.Policy) is { } member) states.Add(new PolicyState(member, verdict, record.Effect));
        }

        return new ResourceVerdicts(resource, now, states.ToImmutable());
    }

    /// <summary>Newest first; of one instant, in the order of the resources' ids.</summary>
    public static IComparer<ResourceVerdicts> NewestFirst { get; } = Comparer<ResourceVerdicts>.Create(static (left, right) =>
    {
        var byTime = right.Timestamp.CompareTo(left.Timestamp);
        if (byTime != 0) return byTime;
        var byId = left.Resource.Id.CompareTo(right.Resource.Id);
        return byId != 0 ? byId : right.Sequence.CompareTo(left.Sequence);
    });
}
