namespace Plumbline.Arm.Sending;

/// <summary>The size of a token bucket.</summary>
/// <param name="Burst">How many requests a full bucket allows.</param>
/// <param name="PerSecond">How many it is refilled by.</param>
public sealed record BucketSize(int Burst, double PerSecond);
