using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Plumbline.Emulator.Deployments;

/// <summary>The newest previews, until their clients have fetched them; old ones are forgotten.</summary>
internal sealed class WhatIfResults
{
    private const int Capacity = 64;

    private readonly ConcurrentDictionary<string, JsonObject> results = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<string> order = new();

    /// <summary>Keeps a preview; gives the name to find it by.</summary>
    public string Keep(Guid operation, JsonObject result)
    {
        var name = operation.ToString();
        results[name] = result;
        order.Enqueue(name);
        while (order.Count > Capacity && order.TryDequeue(out var oldest)) results.TryRemove(oldest, out _);
        return name;
    }

    /// <summary>A copy of the preview, or null.</summary>
    public JsonObject? Find(string operation) => results.TryGetValue(operation, out var found) ? (JsonObject)found.DeepClone() : null;
}
