namespace Plumbline.Policy.Evaluation;

/// <summary>The evaluation of one definition on one resource: what it may read, what it used up, and why it failed. Used again for the next one.</summary>
internal sealed class EvaluationRun(FieldResolver fields)
{
    // Bounds the time of any rule on any resource; the largest built-in rule has 408 leaves.
    private const int MaximumSteps = 1_000_000;

    private int steps;

    public FieldResolver Fields { get; } = fields;

    public EvaluationContext Context { get; private set; } = EvaluationContext.None;

    public ParameterValues Parameters { get; private set; } = ParameterValues.None;

    /// <summary>Collects the explanation; null when nobody asks for one.</summary>
    public Explanation? Explanation { get; set; }

    /// <summary>Why the evaluation failed, or null while it has not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Starts on another definition or resource.</summary>
    public void Begin(EvaluationContext context, ParameterValues parameters)
    {
        Context = context;
        Parameters = parameters;
        Failure = null;
        steps = 0;
    }

    /// <summary>Counts one condition evaluated; false when the limit is reached.</summary>
    public bool Spend()
    {
        if (++steps <= MaximumSteps) return true;
        Fail($"the evaluation took more than {MaximumSteps} steps");
        return false;
    }

    /// <summary>Ends the evaluation; the first reason counts.</summary>
    public Truth Fail(string reason)
    {
        Failure ??= reason;
        return Truth.Failed;
    }
}
