using System.Collections.Immutable;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Assignments;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Emulator.Scan;

/// <summary>Evaluates one form of an assignment on resource after resource. For one thread.</summary>
internal sealed class VariantRunner(ScanVariant variant, EvaluationContext context, IRelatedResources related)
{
    private readonly PolicyRunner runner = variant.Program.CreateRunner(context, related);

    /// <summary>Adds the verdicts on a resource.</summary>
    /// <param name="document">The resource as JSON text; read again when a verdict has to be explained, so it must not change before the next run.</param>
    public void Run(ReadOnlyMemory<byte> document, EvaluatedResource resource, VerdictList verdicts)
    {
        foreach (var member in variant.Missing) Add(member, variant.Assignment.Record(member.Policy, resource, null), verdicts);
        foreach (var verdict in runner.Run(document, resource.Context))
        {
            var member = variant.Evaluated[verdict.Index];
            var effect = runner.EffectOf(verdict.Index);
            var record = variant.Assignment.Record(member.Policy, resource, ResultOf(verdict, effect));
            Add(member, record, verdicts);
            if (effect == EffectNames.Modify && record is { State: ComplianceState.NonCompliant, IsEnforced: true })
                verdicts.AddModify(() => variant.Assignment.Record(member.Policy, resource, runner.Explain(verdict.Index)));
        }
    }

    // What a manual policy's state is depends on whether its condition holds, which only the explanation tells.
    private EvaluationResult ResultOf(PolicyVerdict verdict, string effect) =>
        effect == EffectNames.Manual ? runner.Explain(verdict.Index) : new EvaluationResult(verdict.Status, effect, []);

    private static void Add(AssignedMember member, AssignmentRecord record, VerdictList verdicts)
    {
        if (record.State is { } state) verdicts.Add(new PolicyState(member, state, record.Effect));
    }
}

/// <summary>The verdicts on one resource while they come in.</summary>
internal sealed class VerdictList
{
    private readonly ImmutableArray<PolicyState>.Builder states = ImmutableArray.CreateBuilder<PolicyState>();
    private readonly List<(int Index, Func<AssignmentRecord> Explain)> modifies = [];

    /// <summary>Adds a verdict.</summary>
    public void Add(PolicyState state) => states.Add(state);

    /// <summary>Tells how the verdict added last is explained: it is one of a modify effect that takes place, and may contradict another one.</summary>
    public void AddModify(Func<AssignmentRecord> explain) => modifies.Add((states.Count - 1, explain));

    /// <summary>The verdicts; those that contradict each other are conflicts.</summary>
    public ImmutableArray<PolicyState> States()
    {
        if (modifies.Count > 1)
        {
            var marked = ModifyConflicts.Mark(modifies.Select(modify => modify.Explain()));
            for (var index = 0; index < marked.Length; index++)
                states[modifies[index].Index] = states[modifies[index].Index] with { State = marked[index].State ?? ComplianceState.Error };
        }

        return states.DrainToImmutable();
    }
}
