using System.Collections.Immutable;
using Plumbline.Policy.Functions;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Evaluates <c>count</c>. What is missing or no array has no members.</summary>
internal sealed class CountEvaluator(EvaluationRun run, ConditionEvaluator conditions)
{
    // The explanation shows this many members; all are counted.
    private const int MembersShown = 100;

    /// <summary>The number of members for which <c>where</c> holds, or null when the evaluation failed.</summary>
    public CountResult? Count(CompiledSubject subject, EvaluationScope scope) => subject switch
    {
        CompiledFieldCount count => CountField(count, scope),
        CompiledValueCount count => CountValue(count, scope),
        _ => throw new ArgumentException($"Unknown count '{subject.GetType().Name}'.", nameof(subject)),
    };

    private CountResult? CountField(CompiledFieldCount count, EvaluationScope scope)
    {
        var members = scope.ReadEach(count.Field, count.Members, nullForMissing: false);
        return Count(
            count.Where,
            members.Select(member => new CountedMember(member.Value, member.Index, count.Field, count.Members.Steps, null)),
            scope,
            new FieldValue(UndefinedValue.Instance, null).PathOf(count.Members));
    }

    private CountResult? CountValue(CompiledValueCount count, EvaluationScope scope)
    {
        var value = count.Value.Evaluate(scope);
        if (value is FailedValue failed)
        {
            run.Fail(failed.Reason);
            return null;
        }

        ImmutableArray<PolicyValue> items = value is ArrayValue array ? array.Items : [];
        return Count(count.Where, items.Select(item => new CountedMember(item, null, null, [], count.Name)), scope, count.Text);
    }

    private CountResult? Count(CompiledCondition? where, IEnumerable<CountedMember> members, EvaluationScope scope, string path)
    {
        if (where is null) return new CountResult(members.Count(), path, []);
        var total = 0;
        var shown = ImmutableArray.CreateBuilder<TraceNode>();
        run.CountDepth++;
        foreach (var member in members)
        {
            if (conditions.Evaluate(where, scope.Inside(member)) is not { } node) return null;
            if (node.Result) total++;
            if (shown.Count < MembersShown) shown.Add(node);
        }

        run.CountDepth--;
        return new CountResult(total, path, shown.DrainToImmutable());
    }
}

/// <summary>A count and the explanation of its members.</summary>
internal sealed record CountResult(int Total, string Path, ImmutableArray<TraceNode> Members);
