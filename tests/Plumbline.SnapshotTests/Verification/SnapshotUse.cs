using System.Collections.Concurrent;

namespace Plumbline.SnapshotTests.Verification;

/// <summary>Remembers which snapshots a run compared, so that one no test owns is found.</summary>
internal static class SnapshotUse
{
    private static readonly ConcurrentDictionary<string, byte> Used = new(StringComparer.Ordinal);

    /// <summary>Whether this run accepts what it gets (scripts/accept) instead of comparing.</summary>
    public static bool IsAccepting => Environment.GetEnvironmentVariable("PLUMBLINE_ACCEPT") == "1";

    public static void Record(string verifiedPath) => Used.TryAdd(Path.GetFullPath(verifiedPath), 0);

    public static bool WasUsed(string verifiedPath) => Used.ContainsKey(Path.GetFullPath(verifiedPath));
}
