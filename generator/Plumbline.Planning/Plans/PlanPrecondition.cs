namespace Plumbline.Planning.Plans;

/// <summary>What has to be there when an operation is done.</summary>
/// <param name="Exists">Whether the object exists.</param>
/// <param name="Digest"><see cref="Comparison.ObjectDigest"/> of the object as it was read; null when it does not exist, or is written earlier by the same plan.</param>
/// <param name="InstanceId">An assignment's <c>instanceId</c>, which changes when it is deleted and made again; or null.</param>
public sealed record PlanPrecondition(bool Exists, string? Digest, string? InstanceId)
{
    /// <summary>There is no such object.</summary>
    public static PlanPrecondition Absent { get; } = new(false, null, null);
}
