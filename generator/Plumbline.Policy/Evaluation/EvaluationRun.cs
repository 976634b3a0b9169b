using System.Collections.Immutable;

namespace Plumbline.Policy.Evaluation;

/// <summary>One evaluation of one definition on one resource: its input, what it used up, and why it failed.</summary>
internal sealed class EvaluationRun(EvaluationInput input, ParameterValues parameters, FieldResolver fields)
{
    // Bounds the time of any rule on any resource; the largest built-in rule has 408 leaves.
    private const int MaximumSteps = 1_000_000;

    private readonly ImmutableArray<EvaluatedExpression>.Builder expressions = ImmutableArray.CreateBuilder<EvaluatedExpression>();
    private int? ownExpressions;
    private int steps;

    public EvaluationInput Input { get; } = input;

    public ParameterValues Parameters { get; } = parameters;

    public FieldResolver Fields { get; } = fields;

    /// <summary>Why the evaluation failed, or null while it has not.</summary>
    public string? Failure { get; private set; }

    /// <summary>How many counts are around what is being evaluated.</summary>
    public int CountDepth { get; set; }

    /// <summary>The leaves evaluated so far, without those inside of counts.</summary>
    public ImmutableArray<EvaluatedExpression> Expressions => expressions.ToImmutable();

    /// <summary>Counts one condition evaluated; false when the limit is reached.</summary>
    public bool Spend()
    {
        if (++steps <= MaximumSteps) return true;
        Fail($"the evaluation took more than {MaximumSteps} steps");
        return false;
    }

    /// <summary>Lists a leaf among the expressions, unless a count is around it.</summary>
    public void Record(EvaluatedExpression expression)
    {
        if (CountDepth == 0) expressions.Add(expression);
    }

    /// <summary>Starts the list of expressions over: those of the applicability are not part of the result.</summary>
    public void ForgetExpressions() => expressions.Clear();

    /// <summary>Starts on another related resource: of the existence condition, the expressions of the last resource looked at are listed.</summary>
    public void BeginCandidate()
    {
        ownExpressions ??= expressions.Count;
        expressions.Count = ownExpressions.Value;
    }

    /// <summary>Ends the evaluation; the first reason counts.</summary>
    public void Fail(string reason) => Failure ??= reason;
}
