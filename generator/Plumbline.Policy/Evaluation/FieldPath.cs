using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plumbline.Policy.Aliases;

namespace Plumbline.Policy.Evaluation;

/// <summary>A path into a resource, ready to be followed.</summary>
internal sealed class FieldPath
{
    /// <param name="path">The path.</param>
    /// <param name="tree">The tree to keep its beginning in, or null for a path that is read once.</param>
    public FieldPath(AliasPath path, PathTree? tree)
    {
        Steps = [.. path.Steps.Select(step => new PathStep(step))];
        FirstEach = path.Steps.IndexOf(AliasPath.EachMember);
        LastEach = path.Steps.LastIndexOf(AliasPath.EachMember);
        Head = tree?.NodeOf(Steps.AsSpan()[..(FirstEach < 0 ? Steps.Length : FirstEach)]);
    }

    public ImmutableArray<PathStep> Steps { get; }

    /// <summary>Which step is the first <c>[*]</c>; -1 without one.</summary>
    public int FirstEach { get; }

    /// <summary>Which step is the last <c>[*]</c>; -1 without one.</summary>
    public int LastEach { get; }

    /// <summary>The node before the first <c>[*]</c>, or of the whole path; null when there is none or the path is read once.</summary>
    public PathNode? Head { get; }

    /// <summary>Whether this path starts with the first <paramref name="length"/> steps of another, without regard to case.</summary>
    public bool StartsWith(FieldPath other, int length)
    {
        if (length > Steps.Length) return false;
        for (var i = 0; i < length; i++)
        {
            if (!Steps[i].IsSameAs(other.Steps[i])) return false;
        }

        return true;
    }

    /// <summary>The path with positions in place of <c>[*]</c> as far as they are known, outermost first.</summary>
    public string Format(ReadOnlySpan<int> positions)
    {
        var text = new StringBuilder();
        foreach (var step in Steps)
        {
            if (!step.IsEach)
            {
                text.Append(text.Length == 0 ? "" : ".").Append(step.Text);
            }
            else if (positions.IsEmpty)
            {
                text.Append(step.Text);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"[{positions[0]}]");
                positions = positions[1..];
            }
        }

        return text.ToString();
    }
}
