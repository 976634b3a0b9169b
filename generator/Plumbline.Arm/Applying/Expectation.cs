using Plumbline.Planning.Comparison;
using Plumbline.Planning.Objects;
using Plumbline.Planning.Plans;
using Plumbline.Policy.Values;

namespace Plumbline.Arm.Applying;

/// <summary>What has to be there before an object is written.</summary>
/// <param name="Exists">Whether it exists.</param>
/// <param name="Digest">Its <see cref="ObjectDigest.OfLive"/>; null when there is none, or any will do.</param>
/// <param name="InstanceId">An assignment's <c>instanceId</c>, or null.</param>
internal sealed record Expectation(bool Exists, string? Digest, string? InstanceId)
{
    /// <summary>There is no such object.</summary>
    public static Expectation Absent { get; } = new(false, null, null);

    /// <summary>What a plan says.</summary>
    public static Expectation Of(PlanPrecondition precondition) => new(precondition.Exists, precondition.Digest, precondition.InstanceId);

    /// <summary>What a run left behind: an object of that digest, or none.</summary>
    public static Expectation Left(string? digest) => digest is null ? Absent : new(true, digest, null);

    /// <summary>Whether an object, or none, is what is expected.</summary>
    public bool Fits(ArmObject? live) => live is null ? !Exists : Exists && (Digest is null || Digest == ObjectDigest.OfLive(live)) && IsSameInstance(live);

    private bool IsSameInstance(ArmObject live) =>
        InstanceId is null || live.Properties["instanceId"] is not TextValue instance || string.Equals(instance.Value, InstanceId, StringComparison.OrdinalIgnoreCase);
}
