using System.Text.Json;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <content>Counts: as many members as hold, and up to as many more as are unknown.</content>
internal sealed partial class PartialEvaluator
{
    // A wider range of counts is taken for undecided.
    private const int MaximumRange = 1000;

    private PartialTruth Evaluate(CompiledLeaf leaf, CompiledFieldCount count, OperandTest test)
    {
        var field = count.Field;
        var spared = frame.StartOf(field, out var member);
        if (member < 0 && !field.IsOf(frame.TypeText)) return Known(leaf);
        var length = field.Path.LastEach + 1;
        var start = member < 0 ? frame.Root : frame.MemberAt(member).Element;
        var steps = field.Path.Steps.AsSpan()[Math.Min(spared, length)..length];
        if (UnresolvedElements.OnTheWay(start, steps) is { } expression) return Unknown($"count({field.Name})", expression);
        if (isPatch && member < 0 && frame.ReadFromRoot(field.Path).Kind == JsonTokenType.None) return Unknown($"count({field.Name})", UnresolvedElements.LeftAsItIs);
        var members = new MemberList();
        MemberWalker.Walk(start, steps, nullForMissing: false, ref members);
        return InRange(test, members.Found.Select(found => UnresolvedElements.ExpressionOf(found) is { } unknown && count.Where is not null
            ? Unknown(field.Name, unknown)
            : Where(count.Where, new CountMember(field, found, positions: null))));
    }

    // The members of the value are known when the value is: what an expression made of unknown parts is unknown itself.
    private PartialTruth Evaluate(CompiledLeaf leaf, CompiledValueCount count, OperandTest test)
    {
        var context = new TrackedContext(frame, isPatch);
        var value = count.Template.Evaluate(context);
        if (context.Unresolved is { } expression) return Unknown(leaf.Subject.Text, expression);
        return value is not ArrayValue array || Known(leaf) == PartialTruth.Failed
            ? Known(leaf)
            : InRange(test, array.Items.Select(item => Where(count.Where, new CountMember(count.Name, item))));
    }

    private PartialTruth Where(CompiledCondition? where, CountMember member)
    {
        if (where is null) return PartialTruth.True;
        frame.Push(member);
        var truth = Evaluate(where);
        frame.Pop();
        return truth;
    }

    private static PartialTruth InRange(OperandTest test, IEnumerable<PartialTruth> members)
    {
        var (holding, unknown) = (0, 0);
        foreach (var member in members)
        {
            if (member == PartialTruth.Failed) return PartialTruth.Failed;
            if (member == PartialTruth.True) holding++;
            else if (member == PartialTruth.Unknown) unknown++;
        }

        var first = test.Holds(new EvaluatedValue(new IntegerValue(holding)));
        var isDecided = unknown <= MaximumRange && Enumerable.Range(holding, unknown + 1).All(total => test.Holds(new EvaluatedValue(new IntegerValue(total))) == first);
        return isDecided ? Of(first) : PartialTruth.Unknown;
    }
}
