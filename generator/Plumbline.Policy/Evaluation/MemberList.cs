using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Collects the members that a path leads to.</summary>
internal readonly struct MemberList() : MemberWalker.IVisitor
{
    public List<ResourceElement> Found { get; } = [];

    public bool Visit(EvaluatedValue value)
    {
        Found.Add(value.Element);
        return true;
    }

    public void Enter(int position)
    {
    }

    public void Leave()
    {
    }
}
