using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A count: the number of members for which <c>where</c> holds, or of all. What is missing or no array has no members.</summary>
internal abstract class CompiledCount(Func<string> text) : CompiledSubject(text, "Count")
{
    // Most counts are small: their values are not allocated again and again.
    private static readonly IntegerValue[] Small = [.. Enumerable.Range(0, 32).Select(total => new IntegerValue(total))];

    public sealed override Truth Test(EvaluationFrame frame, CompiledLeaf leaf, OperandTest test)
    {
        if (Count(frame) is not { } total) return Truth.Failed;
        var value = new EvaluatedValue(total < Small.Length ? Small[total] : new IntegerValue(total));
        var holds = test.Holds(value);
        if (frame.Run.Explanation is not null) return leaf.Explain(frame, holds, Path, value, test);
        return holds ? Truth.True : Truth.False;
    }

    /// <summary>What the explanation shows as the path.</summary>
    protected abstract string Path { get; }

    /// <summary>The count, or null when the evaluation failed.</summary>
    protected abstract int? Count(EvaluationFrame frame);

    /// <summary>Whether <c>where</c> holds for a member; null when the evaluation failed.</summary>
    protected static bool? Holds(CompiledCondition where, EvaluationFrame frame, CountMember member)
    {
        frame.Push(member);
        var result = where.Evaluate(frame);
        frame.Pop();
        return result == Truth.Failed ? null : result == Truth.True;
    }
}
