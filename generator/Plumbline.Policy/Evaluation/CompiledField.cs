using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A field whose name is fixed.</summary>
internal sealed class CompiledField(FieldReference reference) : CompiledSubject(() => reference.Name, "Field")
{
    public FieldReference Field => reference;

    public override bool IsLocation => reference.Kind == FieldKind.Location;

    public override Truth Test(EvaluationFrame frame, CompiledLeaf leaf, OperandTest test)
    {
        // A missing field reads as null. Outside of counts and arrays there is one place to look.
        if (frame.Depth == 0 && reference.Path.FirstEach < 0) return TestOne(frame, leaf, test, frame.ReadFromRoot(reference), []);
        var spared = frame.StartOf(reference, out var member);
        if (reference.Path.LastEach >= spared && reference.Path.LastEach >= 0) return TestEach(frame, leaf, test, spared, member);
        if (member < 0) return TestOne(frame, leaf, test, frame.ReadFromRoot(reference), []);
        ref readonly var bound = ref frame.MemberAt(member);
        var value = new EvaluatedValue(MemberWalker.Read(bound.Element, reference.Path.Steps.AsSpan()[spared..]));
        return TestOne(frame, leaf, test, value, bound.Positions);
    }

    private Truth TestOne(EvaluationFrame frame, CompiledLeaf leaf, OperandTest test, EvaluatedValue value, int[]? positions)
    {
        var holds = test.Holds(value.OrNull());
        if (frame.Run.Explanation is not null) return leaf.Explain(frame, holds, reference.Path.Format(positions), value, test);
        return holds ? Truth.True : Truth.False;
    }

    // '[*]' outside of a count: every member has to satisfy the operator. The first that does not is the one shown.
    private Truth TestEach(EvaluationFrame frame, CompiledLeaf leaf, OperandTest test, int spared, int member)
    {
        var steps = reference.Path.Steps.AsSpan();
        var visitor = new EachMember(test, frame.Run.Explanation is null ? null : new List<int>(member < 0 ? [] : frame.MemberAt(member).Positions ?? []));
        if (member >= 0) MemberWalker.Walk(frame.MemberAt(member).Element, steps[spared..], nullForMissing: true, ref visitor);
        else if (reference.IsOf(frame.TypeText)) MemberWalker.Walk(frame.ReadFromRoot(reference.Path), steps[reference.Path.FirstEach..], nullForMissing: true, ref visitor);
        else MemberWalker.Walk(default, steps[reference.Path.FirstEach..], nullForMissing: true, ref visitor);
        if (frame.Run.Explanation is not null) return leaf.Explain(frame, visitor.Holds, reference.Path.Format(visitor.Positions), visitor.Last, test);
        return visitor.Holds ? Truth.True : Truth.False;
    }

    private struct EachMember(OperandTest test, List<int>? at) : MemberWalker.IVisitor
    {
        public bool Holds { get; private set; } = true;

        /// <summary>The value looked at last.</summary>
        public EvaluatedValue Last { get; private set; } = new(UndefinedValue.Instance);

        public int[] Positions { get; private set; } = [];

        public bool Visit(EvaluatedValue value)
        {
            Holds = test.Holds(value);
            if (at is null) return Holds;
            Last = value;
            Positions = [.. at];
            return Holds;
        }

        public readonly void Enter(int position) => at?.Add(position);

        public readonly void Leave() => at?.RemoveAt(at.Count - 1);
    }
}
