using System.Collections.Immutable;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Scan;

/// <summary>Evaluates every assignment on every resource of a scope.</summary>
internal sealed class ComplianceScan(PreparedPolicies policies)
{
    /// <summary>The records of the scan, one for each verdict that is one, in the order of resources, assignments and members.</summary>
    public ImmutableArray<PolicyState> Run(ArmState state, ResourceId scope, DateTimeOffset now)
    {
        var verdicts = new AssignmentVerdicts(policies, state, now, apiVersion: null);
        var records = ImmutableArray.CreateBuilder<PolicyState>();
        foreach (var resource in state.Within(scope).Where(resource => EvaluatedTypes.Include(resource.Id)))
        {
            records.AddRange(verdicts.On(resource).Select(record => RecordDocuments.Of(state, record)).OfType<RecordDocuments>().Select(record => PolicyStateRecord.Create(record, resource, now)));
        }

        return records.ToImmutable();
    }

    /// <summary>The state with the records of a scan of <paramref name="scope"/> in place of older ones; records about what is gone by now are left out.</summary>
    public static ArmState Keep(ArmState state, ResourceId scope, ImmutableArray<PolicyState> records)
    {
        var older = state.PolicyStates.Where(record => ResourceId.TryParse(record.ResourceId)?.IsWithin(scope) != true);
        var current = records.Where(record => state.Find(record.ResourceId) is not null && state.Find(record.AssignmentId) is not null);
        return state with
        {
            PolicyStates = [.. current.Concat(older).OrderByDescending(record => record.Text("timestamp"), StringComparer.Ordinal)],
        };
    }
}
