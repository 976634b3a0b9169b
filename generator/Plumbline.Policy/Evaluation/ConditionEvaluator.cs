using System.Collections.Immutable;

namespace Plumbline.Policy.Evaluation;

/// <summary>Evaluates compiled conditions, operands from left to right and no more of them than needed.</summary>
internal sealed class ConditionEvaluator
{
    private readonly EvaluationRun run;
    private readonly LeafEvaluator leaves;

    public ConditionEvaluator(EvaluationRun run)
    {
        this.run = run;
        leaves = new LeafEvaluator(run, this);
    }

    /// <summary>The result with its explanation; null when the evaluation failed, for the reason in the run.</summary>
    public TraceNode? Evaluate(CompiledCondition condition, EvaluationScope scope)
    {
        if (!run.Spend()) return null;
        return condition switch
        {
            CompiledLeaf leaf => leaves.Evaluate(leaf, scope),
            CompiledNot not => EvaluateNot(not, scope),
            CompiledJunction junction => EvaluateJunction(junction, scope),
            _ => throw new ArgumentException($"Unknown condition '{condition.GetType().Name}'.", nameof(condition)),
        };
    }

    private TraceNode? EvaluateNot(CompiledNot not, EvaluationScope scope) =>
        Evaluate(not.Operand, scope) is { } operand ? new TraceNode(not.Source, not.Label, !operand.Result, Decisive: true, null, [operand]) : null;

    private TraceNode? EvaluateJunction(CompiledJunction junction, EvaluationScope scope)
    {
        var children = ImmutableArray.CreateBuilder<TraceNode>();
        foreach (var operand in junction.Operands)
        {
            if (Evaluate(operand, scope) is not { } child) return null;
            children.Add(child);
            if (child.Result != junction.IsAll) return Node(junction, !junction.IsAll, children);
        }

        return Node(junction, junction.IsAll, children);
    }

    // A junction that was cut short was decided by the last operand; one that was not, by all of them.
    private static TraceNode Node(CompiledJunction junction, bool result, ImmutableArray<TraceNode>.Builder children)
    {
        for (var i = 0; result != junction.IsAll && i < children.Count - 1; i++) children[i] = children[i] with { Decisive = false };
        return new TraceNode(junction.Source, junction.Label, result, Decisive: true, null, children.DrainToImmutable());
    }
}
