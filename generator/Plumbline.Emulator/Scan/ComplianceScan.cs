using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Scan;

/// <summary>Evaluates every assignment on every resource of a scope, on all processors, without explanations.</summary>
internal sealed class ComplianceScan(PreparedPolicies policies)
{
    private const int ChunkSize = 256;

    private readonly ConditionalWeakTable<ResourceIndex, StrongBox<ImmutableArray<ScanAssignment>>> known = [];

    /// <summary>The evaluation of each resource of the scope that policies are evaluated on, in the order of their ids; one that no policy applies to has no records.</summary>
    public ImmutableArray<ResourceVerdicts> Run(ArmState state, ResourceId scope, DateTimeOffset now)
    {
        var assignments = AssignmentsOf(state);
        var resources = state.Within(scope).Where(resource => EvaluatedTypes.Include(resource.Id)).ToArray();
        var verdicts = new ResourceVerdicts[resources.Length];
        var next = -1;
        var threads = Math.Clamp((resources.Length + ChunkSize - 1) / ChunkSize, 1, Environment.ProcessorCount);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            var worker = new ScanWorker(assignments, state, now);
            for (var start = Interlocked.Increment(ref next) * ChunkSize; start < resources.Length; start = Interlocked.Increment(ref next) * ChunkSize)
            {
                for (var index = start; index < Math.Min(start + ChunkSize, resources.Length); index++) verdicts[index] = worker.On(resources[index]);
            }
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(verdicts);
    }

    /// <summary>The state with the records of a scan in place of older ones. What was written or removed since the scan read the state is left as it is.</summary>
    public static ArmState Keep(ArmState state, IReadOnlyCollection<ResourceVerdicts> verdicts)
    {
        var assignments = new Dictionary<ResourceId, bool>();
        var current = verdicts.Where(scanned => ReferenceEquals(state.Find(scanned.Resource.Id), scanned.Resource)).Select(scanned => scanned with
        {
            States = scanned.States.RemoveAll(record => !IsStored(record.Member.Assignment.Id)),
        });
        return state with { PolicyStates = state.PolicyStates.WithMany([.. current]) };

        bool IsStored(ResourceId assignment)
        {
            if (assignments.TryGetValue(assignment, out var stored)) return stored;
            return assignments[assignment] = state.Find(assignment) is not null;
        }
    }

    private ImmutableArray<ScanAssignment> AssignmentsOf(ArmState state) =>
        known.GetValue(state.PolicyObjects, _ => new([.. policies.Of(state).Select(assignment => new ScanAssignment(state.PolicyObjects, assignment))])).Value;
}
