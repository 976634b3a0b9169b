using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Follows paths through the arrays of a resource.</summary>
internal static class MemberWalker
{
    /// <summary>What is done with each value at the end of a path.</summary>
    public interface IVisitor
    {
        /// <summary>Takes a value; false ends the walk.</summary>
        bool Visit(EvaluatedValue value);

        /// <summary>Enters a member of an array.</summary>
        void Enter(int position);

        /// <summary>Leaves the member that was entered last.</summary>
        void Leave();
    }

    /// <summary>The element at the end of steps without <c>[*]</c>.</summary>
    public static ResourceElement Read(ResourceElement start, ReadOnlySpan<PathStep> steps)
    {
        var element = start;
        foreach (var step in steps) element = step.Read(element);
        return element;
    }

    /// <summary>Visits the values at the end of the steps, one for each member of the arrays on the way.</summary>
    /// <param name="start">Where the steps start.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="nullForMissing">Whether anything that is no array counts as an array of one null, as in a condition, or of none, as in a count.</param>
    /// <param name="visitor">Receives the values.</param>
    /// <returns>False when the visitor ended the walk.</returns>
    public static bool Walk<T>(ResourceElement start, ReadOnlySpan<PathStep> steps, bool nullForMissing, ref T visitor)
        where T : IVisitor, allows ref struct
    {
        var element = start;
        for (var i = 0; i < steps.Length; i++)
        {
            if (!steps[i].IsEach) element = steps[i].Read(element);
            else return WalkMembers(element, steps[(i + 1)..], nullForMissing, ref visitor);
        }

        return visitor.Visit(new(element));
    }

    /// <summary>The defined values at the end of the steps, as an array; what is missing contributes nothing.</summary>
    public static ArrayValue Collect(ResourceElement start, ReadOnlySpan<PathStep> steps)
    {
        var collector = new Collector(ImmutableArray.CreateBuilder<PolicyValue>());
        Walk(start, steps, nullForMissing: false, ref collector);
        return new ArrayValue(collector.Values.DrainToImmutable());
    }

    private static bool WalkMembers<T>(ResourceElement array, ReadOnlySpan<PathStep> rest, bool nullForMissing, ref T visitor)
        where T : IVisitor, allows ref struct
    {
        if (array.Kind != System.Text.Json.JsonTokenType.StartArray)
        {
            if (!nullForMissing) return true;
            return rest.IsEmpty ? visitor.Visit(EvaluatedValue.Null) : Walk(default, rest, nullForMissing, ref visitor);
        }

        var position = 0;
        foreach (var item in array)
        {
            visitor.Enter(position++);
            if (!Walk(item, rest, nullForMissing, ref visitor)) return false;
            visitor.Leave();
        }

        return true;
    }

    private readonly struct Collector(ImmutableArray<PolicyValue>.Builder values) : IVisitor
    {
        public ImmutableArray<PolicyValue>.Builder Values => values;

        public bool Visit(EvaluatedValue value)
        {
            if (!value.IsUndefined) values.Add(value.ToValue());
            return true;
        }

        public void Enter(int position)
        {
        }

        public void Leave()
        {
        }
    }
}
