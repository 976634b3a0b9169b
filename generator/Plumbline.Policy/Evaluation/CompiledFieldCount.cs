namespace Plumbline.Policy.Evaluation;

/// <summary>A count over an array of the resource, or of the member of a count around it.</summary>
internal sealed class CompiledFieldCount(FieldReference reference, CompiledCondition? where) : CompiledCount(() => reference.Name)
{
    /// <summary>The array.</summary>
    public FieldReference Field => reference;

    /// <summary>What a member has to satisfy to be counted, or null.</summary>
    public CompiledCondition? Where => where;

    protected override string Path => reference.Path.Format([]);

    protected override int? Count(EvaluationFrame frame)
    {
        var spared = frame.StartOf(reference, out var member);
        var length = reference.Path.LastEach + 1;
        var steps = reference.Path.Steps.AsSpan()[..length];
        var visitor = new Members(reference, where, frame, frame.Run.Explanation is null ? null : new List<int>(member < 0 ? [] : frame.MemberAt(member).Positions ?? []));
        if (member >= 0) MemberWalker.Walk(frame.MemberAt(member).Element, steps[Math.Min(spared, length)..], nullForMissing: false, ref visitor);
        else if (reference.IsOf(frame.TypeText)) MemberWalker.Walk(frame.ReadFromRoot(reference.Path), steps[reference.Path.FirstEach..], nullForMissing: false, ref visitor);
        return visitor.HasFailed ? null : visitor.Total;
    }

    private struct Members(FieldReference reference, CompiledCondition? where, EvaluationFrame frame, List<int>? at) : MemberWalker.IVisitor
    {
        public int Total { get; private set; }

        public bool HasFailed { get; private set; }

        public bool Visit(EvaluatedValue value)
        {
            var holds = where is null ? true : Holds(where, frame, new CountMember(reference, value.Element, at is null ? null : [.. at]));
            if (holds == true) Total++;
            HasFailed = holds is null;
            return holds is not null;
        }

        public readonly void Enter(int position) => at?.Add(position);

        public readonly void Leave() => at?.RemoveAt(at.Count - 1);
    }
}
