using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>Reads paths in resources. Property names are found without regard to case.</summary>
internal static class PathReader
{
    /// <summary>The value at the end of steps without <c>[*]</c>; undefined when something on the way is missing.</summary>
    public static PolicyValue Read(PolicyValue start, ReadOnlySpan<string> steps)
    {
        var value = start;
        foreach (var step in steps) value = value is ObjectValue item ? item[step] : UndefinedValue.Instance;
        return value;
    }

    /// <summary>The values at the end of steps with <c>[*]</c>, one for each member of the arrays on the way.</summary>
    /// <param name="start">Where the steps start.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="index">The position of <paramref name="start"/> itself.</param>
    /// <param name="nullForMissing">Whether anything that is no array counts as an array of one null, as in a condition, or of none, as in a count.</param>
    /// <param name="found">Receives the values.</param>
    public static void ReadEach(PolicyValue start, ReadOnlySpan<string> steps, ArrayIndex? index, bool nullForMissing, List<FieldValue> found)
    {
        var each = steps.IndexOf(AliasPath.EachMember);
        if (each < 0)
        {
            found.Add(new(Read(start, steps), index));
            return;
        }

        var array = Read(start, steps[..each]) as ArrayValue;
        ImmutableArray<PolicyValue> items = array is not null ? array.Items : nullForMissing ? [NullValue.Instance] : [];
        for (var i = 0; i < items.Length; i++)
            ReadEach(items[i], steps[(each + 1)..], array is null ? index : new ArrayIndex(i, index), nullForMissing, found);
    }
}
