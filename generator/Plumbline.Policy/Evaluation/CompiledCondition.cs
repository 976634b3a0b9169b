using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Evaluation;

/// <summary>A condition with its aliases found and its expressions read. Immutable: shared by all threads.</summary>
/// <param name="source">The condition it was made from.</param>
internal abstract class CompiledCondition(Condition source)
{
    public Condition Source { get; } = source;

    /// <summary>The condition in one line, for the explanation.</summary>
    public abstract string Label { get; }

    /// <summary>The result; with an explanation when the run collects one.</summary>
    public Truth Evaluate(EvaluationFrame frame)
    {
        var run = frame.Run;
        if (!run.Spend()) return Truth.Failed;
        if (run.Explanation is not { } explanation) return EvaluateOperands(frame);
        explanation.Open();
        var result = EvaluateOperands(frame);
        explanation.Close(this, result);
        return result;
    }

    protected abstract Truth EvaluateOperands(EvaluationFrame frame);
}
