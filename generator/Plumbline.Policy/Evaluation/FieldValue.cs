using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>A value found at the end of a path, with the array indices on the way.</summary>
internal readonly record struct FieldValue(PolicyValue Value, ArrayIndex? Index)
{
    /// <summary>The path with the indices in place of <c>[*]</c>, outermost first.</summary>
    public string PathOf(AliasPath path) => Format(path.Steps, Index);

    private static string Format(ImmutableArray<string> steps, ArrayIndex? index)
    {
        var indices = new Stack<int>();
        for (var link = index; link is not null; link = link.Outer) indices.Push(link.Position);
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            if (step != AliasPath.EachMember) text.Append(text.Length == 0 ? "" : ".").Append(step);
            else if (indices.TryPop(out var position)) text.Append(CultureInfo.InvariantCulture, $"[{position}]");
            else text.Append(step);
        }

        return text.ToString();
    }
}

/// <summary>The position in an array, and that in the array around it.</summary>
internal sealed record ArrayIndex(int Position, ArrayIndex? Outer);
