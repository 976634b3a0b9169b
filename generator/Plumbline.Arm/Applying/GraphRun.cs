using System.Collections.Immutable;

namespace Plumbline.Arm.Applying;

/// <summary>Does what can be done, several at once, in the order that dependencies ask for. One thread decides; what is started runs on others.</summary>
/// <param name="parallel">How many are under way at once.</param>
/// <param name="run">Does one.</param>
/// <param name="block">Told of one that is blocked, and by which.</param>
internal sealed class GraphRun(int parallel, Func<string, Task<NodeEnd>> run, Action<string, ImmutableArray<string>> block)
{
    private readonly Dictionary<string, NodeEnd> ends = new(StringComparer.Ordinal);
    private readonly Dictionary<Task<NodeEnd>, string> running = [];

    /// <summary>Runs until nothing more can be started and everything that was started has ended.</summary>
    /// <param name="nodes">In the order in which they are started when nothing else decides.</param>
    /// <param name="known">What has ended before, by key: required by nodes, and no node itself.</param>
    /// <param name="cancellation">Ends the starting.</param>
    public async Task RunAsync(ImmutableArray<GraphNode> nodes, ImmutableDictionary<string, NodeEnd> known, CancellationToken cancellation)
    {
        foreach (var (key, end) in known) ends[key] = end;
        var waiting = nodes.ToList();
        while (true)
        {
            if (!cancellation.IsCancellationRequested && !ends.ContainsValue(NodeEnd.Stop)) Advance(waiting);
            if (running.Count == 0) return;
            var finished = await Task.WhenAny(running.Keys);
            running.Remove(finished, out var ended);
            ends[ended ?? string.Empty] = await finished;
        }
    }

    // Blocking one may block another, which may stand before it.
    private void Advance(List<GraphNode> waiting)
    {
        while (waiting.RemoveAll(node => IsBlocked(node)) > 0)
        {
        }

        foreach (var node in waiting.Where(IsReady).Take(parallel - running.Count).ToList())
        {
            waiting.Remove(node);
            running[run(node.Key)] = node.Key;
        }
    }

    private bool IsBlocked(GraphNode node)
    {
        ImmutableArray<string> by = [.. node.Requires.Where(required => ends.TryGetValue(required, out var end) && end != NodeEnd.Done)];
        if (by.IsEmpty) return false;
        ends[node.Key] = NodeEnd.Failed;
        block(node.Key, by);
        return true;
    }

    private bool IsReady(GraphNode node) => node.Requires.Concat(node.After).All(ends.ContainsKey);
}
