using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Plumbline.Emulator.Store;

namespace Plumbline.Emulator.Faults;

/// <summary>The last requests. Neither bodies nor tokens nor queries are kept. Safe for use by several threads.</summary>
internal sealed class RequestLog
{
    /// <summary>How many requests are kept.</summary>
    public const int Capacity = 1000;

    private const int MaxPath = 1024;
    private readonly Queue<LoggedRequest> entries = new(Capacity);
    private readonly Lock gate = new();

    /// <summary>Adds a request that was answered.</summary>
    public void Add(LoggedRequest entry)
    {
        var kept = entry.Path.Length > MaxPath ? entry with { Path = entry.Path[..MaxPath] } : entry;
        lock (gate)
        {
            if (entries.Count == Capacity) entries.Dequeue();
            entries.Enqueue(kept);
        }
    }

    /// <summary>The newest <paramref name="count"/> requests, newest first, as a list's body.</summary>
    public JsonObject Document(int count)
    {
        ImmutableArray<LoggedRequest> all;
        lock (gate) all = [.. entries];
        return new JsonObject { ["value"] = new JsonArray([.. all.Reverse().Take(count).Select(Document)]) };
    }

    private static JsonObject Document(LoggedRequest entry)
    {
        var body = new JsonObject
        {
            ["time"] = SystemData.Stamp(entry.Time),
            ["method"] = entry.Method,
            ["path"] = entry.Path,
            ["status"] = entry.Status,
            ["durationMilliseconds"] = Math.Round(entry.Duration.TotalMilliseconds, 3),
        };
        if (!entry.Faults.IsEmpty) body["faults"] = new JsonArray([.. entry.Faults.Select(name => JsonValue.Create(name))]);
        return body;
    }
}

/// <summary>A request in the log.</summary>
/// <param name="Time">When it came.</param>
/// <param name="Path">Without the query.</param>
/// <param name="Status">What was answered; 0 when the connection was closed instead.</param>
/// <param name="Duration">Until the answer was made.</param>
/// <param name="Faults">The names of the faults that met it.</param>
internal sealed record LoggedRequest(DateTimeOffset Time, string Method, string Path, int Status, TimeSpan Duration, ImmutableArray<string> Faults);
