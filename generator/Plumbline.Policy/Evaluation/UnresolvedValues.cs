namespace Plumbline.Policy.Evaluation;

/// <summary>Looks at the values at the end of a path: whether one of them is not known, and whether one that is known decides all the same.</summary>
/// <param name="test">What each of them has to satisfy.</param>
/// <param name="isPatch">Whether the resource is a change of one that exists.</param>
internal struct UnresolvedValues(OperandTest test, bool isPatch) : MemberWalker.IVisitor
{
    private bool isMember;

    /// <summary>The first expression that stands for a value; null when all are known.</summary>
    public string? Unresolved { get; private set; }

    /// <summary>Whether a member of an array is known to fail, so that not all of them hold.</summary>
    public bool IsDecided { get; private set; }

    public bool Visit(EvaluatedValue value)
    {
        if (isPatch && !isMember && value.IsNullOrUndefined) Unresolved ??= UnresolvedElements.LeftAsItIs;
        else if (!value.IsUndefined && UnresolvedElements.Deciding(value.ToValue(), test.Used) is { } expression) Unresolved ??= expression;
        else if (isMember && !test.Holds(value)) IsDecided = true;
        return !IsDecided;
    }

    public void Enter(int position) => isMember = true;

    public readonly void Leave()
    {
    }
}
