using Plumbline.Scan.Findings;

namespace Plumbline.Scan.Reports;

/// <summary>Policies are the same when their definition, initiative and reference are.</summary>
internal sealed class PolicyComparer : IEqualityComparer<FindingPolicy>
{
    public static PolicyComparer Instance { get; } = new();

    public bool Equals(FindingPolicy? x, FindingPolicy? y) => ReferenceEquals(x, y) || (x is not null && y is not null && KeyOf(x) == KeyOf(y));

    public int GetHashCode(FindingPolicy obj) => KeyOf(obj).GetHashCode();

    private static (string, string, string) KeyOf(FindingPolicy policy) => (policy.DefinitionId, policy.SetName, policy.ReferenceId);
}
