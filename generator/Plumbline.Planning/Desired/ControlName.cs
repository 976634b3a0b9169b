namespace Plumbline.Planning.Desired;

/// <summary>
/// Controls as people write them. Groups of an initiative that point to Microsoft's texts carry the benchmark in their names
/// (<c>Azure_Security_Benchmark_v3.0_NS-1</c>); people say <c>NS-1</c>.
/// </summary>
public static class ControlName
{
    /// <summary>Whether a name means a group: it is the group's, or the end of it after an underscore; without regard to case.</summary>
    public static bool Means(string name, string group) =>
        string.Equals(name, group, StringComparison.OrdinalIgnoreCase) || string.Equals(name, Short(group), StringComparison.OrdinalIgnoreCase);

    /// <summary>What people say.</summary>
    public static string Short(string group) => group[(group.LastIndexOf('_') + 1)..];
}
