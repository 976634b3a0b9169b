using System.Collections.Concurrent;

namespace Plumbline.Policy.Evaluation;

/// <summary>The tree of all paths of one program: paths share their beginnings. Safe for use by several threads.</summary>
internal sealed class PathTree
{
    private readonly ConcurrentDictionary<(PathNode? Parent, string Name), PathNode> nodes = new(new NodeComparer());
    private int slots;

    /// <summary>How many slots a frame needs by now.</summary>
    public int Slots => Volatile.Read(ref slots);

    /// <summary>The node at the end of steps without <c>[*]</c>; null for no steps.</summary>
    public PathNode? NodeOf(ReadOnlySpan<PathStep> steps)
    {
        PathNode? node = null;
        foreach (var step in steps) node = nodes.GetOrAdd((node, step.Text), static (key, given) => new PathNode(key.Parent, given.Step, given.Tree.NextSlot()), (Step: step, Tree: this));
        return node;
    }

    private int NextSlot() => Interlocked.Increment(ref slots) - 1;

    private sealed class NodeComparer : IEqualityComparer<(PathNode? Parent, string Name)>
    {
        public bool Equals((PathNode? Parent, string Name) x, (PathNode? Parent, string Name) y) =>
            ReferenceEquals(x.Parent, y.Parent) && string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((PathNode? Parent, string Name) obj) =>
            HashCode.Combine(obj.Parent?.Slot ?? -1, StringComparer.OrdinalIgnoreCase.GetHashCode(obj.Name));
    }
}
