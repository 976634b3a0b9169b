using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>
/// Evaluates conditions on a resource that is known in part. A result is True or False only when it is that for every value the unknown parts may have;
/// a leaf that reads one is Unknown, and <c>allOf</c>, <c>anyOf</c>, <c>not</c> and counts carry that on as far as it matters.
/// </summary>
/// <param name="frame">Where conditions are evaluated.</param>
/// <param name="reads">Receives what is not known and was read.</param>
/// <param name="isPatch">Whether the resource is a change of one that exists, so that what is missing is not known.</param>
internal sealed partial class PartialEvaluator(EvaluationFrame frame, ImmutableArray<UnresolvedRead>.Builder reads, bool isPatch)
{
    // Who reads an explanation reads no more; a count asks for each of its members.
    private const int MaximumReads = 10;

    public PartialTruth Evaluate(CompiledCondition condition) => !frame.Run.Spend() ? PartialTruth.Failed : condition switch
    {
        CompiledNot not => Negated(Evaluate(not.Operand)),
        CompiledJunction junction => Evaluate(junction),
        CompiledLeaf leaf => Evaluate(leaf),
        _ => Known(condition),
    };

    /// <summary>Notes that a value was read which is not known.</summary>
    public PartialTruth Unknown(string subject, string expression)
    {
        var read = new UnresolvedRead(subject, expression);
        if (reads.Count < MaximumReads && !reads.Contains(read)) reads.Add(read);
        return PartialTruth.Unknown;
    }

    private static PartialTruth Negated(PartialTruth truth) => truth switch
    {
        PartialTruth.False => PartialTruth.True,
        PartialTruth.True => PartialTruth.False,
        _ => truth,
    };

    private static PartialTruth Of(bool holds) => holds ? PartialTruth.True : PartialTruth.False;

    private PartialTruth Known(CompiledCondition condition) => condition.Evaluate(frame) switch
    {
        Truth.True => PartialTruth.True,
        Truth.False => PartialTruth.False,
        _ => PartialTruth.Failed,
    };

    // One operand that decides is enough, wherever it stands. A failure behind an unknown operand may never be reached.
    private PartialTruth Evaluate(CompiledJunction junction)
    {
        var (neutral, result) = junction.IsAll ? (PartialTruth.True, PartialTruth.True) : (PartialTruth.False, PartialTruth.False);
        foreach (var operand in junction.Operands)
        {
            var truth = Evaluate(operand);
            if (truth == neutral) continue;
            if (truth == PartialTruth.Failed) return result == PartialTruth.Unknown ? PartialTruth.Unknown : truth;
            if (truth != PartialTruth.Unknown) return truth;
            result = PartialTruth.Unknown;
        }

        return result;
    }

    private PartialTruth Evaluate(CompiledLeaf leaf)
    {
        var context = new TrackedContext(frame, isPatch);
        var test = leaf.TestOn(context);
        if (context.Unresolved is { } expression) return Unknown(leaf.Subject.Text, expression);
        if (test is null) return Known(leaf);
        return leaf.Subject switch
        {
            CompiledField field => Evaluate(leaf, field.Field, test),
            CompiledDynamicField field => Evaluate(leaf, field, test),
            CompiledFieldCount count => Evaluate(leaf, count, test),
            CompiledValueCount count => Evaluate(leaf, count, test),
            CompiledValue value => Evaluate(leaf, value.Template),
            _ => Known(leaf),
        };
    }

    private PartialTruth Evaluate(CompiledLeaf leaf, OperandTemplate value)
    {
        var context = new TrackedContext(frame, isPatch);
        value.Evaluate(context);
        return context.Unresolved is { } expression ? Unknown(leaf.Subject.Text, expression) : Known(leaf);
    }

    private PartialTruth Evaluate(CompiledLeaf leaf, CompiledDynamicField field, OperandTest test)
    {
        var context = new TrackedContext(frame, isPatch);
        var name = field.Name.Evaluate(context);
        if (context.Unresolved is { } expression) return Unknown(leaf.Subject.Text, expression);
        return name is TextValue text && frame.Run.Fields.ResolveOnce(text.Value).Field is { } found ? Evaluate(leaf, found, test) : Known(leaf);
    }

    private PartialTruth Evaluate(CompiledLeaf leaf, FieldReference field, OperandTest test)
    {
        var spared = frame.StartOf(field, out var member);
        if (member < 0 && !field.IsOf(frame.TypeText)) return Known(leaf);
        var start = member < 0 ? frame.Root : frame.MemberAt(member).Element;
        foreach (var path in member < 0 ? field.Paths : [field.Path])
        {
            var steps = path.Steps.AsSpan()[Math.Min(spared, path.Steps.Length)..];
            if (UnresolvedElements.OnTheWay(start, steps) is { } expression) return Unknown(field.Name, expression);
            var visitor = new UnresolvedValues(test, isPatch);
            MemberWalker.Walk(start, steps, nullForMissing: true, ref visitor);
            if (visitor.IsDecided) return PartialTruth.False;
            if (visitor.Unresolved is { } unknown) return Unknown(field.Name, unknown);
        }

        return Known(leaf);
    }
}
