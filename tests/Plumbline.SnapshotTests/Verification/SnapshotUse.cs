using System.Collections.Concurrent;

namespace Plumbline.SnapshotTests.Verification;

/// <summary>Remembers which snapshots a run compared, so that one no test owns is found.</summary>
internal static class SnapshotUse
{
    private static readonly ConcurrentDictionary<string, byte> Used = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(string Type, string Method), byte> Tests = new();

    /// <summary>Whether this run accepts what it gets (scripts/accept) instead of comparing.</summary>
    public static bool IsAccepting => Environment.GetEnvironmentVariable("PLUMBLINE_ACCEPT") == "1";

    public static void Record(string verifiedPath, string type, string method)
    {
        Used.TryAdd(Path.GetFullPath(verifiedPath), 0);
        Tests.TryAdd((type, method), 0);
    }

    public static bool WasUsed(string verifiedPath) => Used.ContainsKey(Path.GetFullPath(verifiedPath));

    /// <summary>Whether the test ran; the name in a snapshot may carry a case after an underscore.</summary>
    public static bool Ran((string Type, string Method) test) =>
        Tests.Keys.Any(ran => ran.Type == test.Type && (test.Method == ran.Method || test.Method.StartsWith(ran.Method + "_", StringComparison.Ordinal)));
}
