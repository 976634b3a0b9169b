namespace Plumbline.Arm.Sending;

/// <summary>
/// How fast requests are sent. ARM has token buckets for each principal in each subscription, and in the tenant for management groups: 250 reads and 25 a second,
/// 200 writes and 10 a second, 200 deletes and 10 a second ("Understand how Azure Resource Manager throttles requests"). The defaults stay below its refill.
/// </summary>
public sealed record RequestLimits
{
    /// <summary>The defaults.</summary>
    public static RequestLimits Default { get; } = new();

    /// <summary>GET.</summary>
    public BucketSize Reads { get; init; } = new(250, 20);

    /// <summary>PUT.</summary>
    public BucketSize Writes { get; init; } = new(200, 8);

    /// <summary>DELETE.</summary>
    public BucketSize Deletes { get; init; } = new(200, 8);

    /// <summary>Below how many requests that the service says remain the pace drops.</summary>
    public int SlowBelow { get; init; } = 20;

    /// <summary>How many reads are under way at once.</summary>
    public int Readers { get; init; } = 16;

    /// <summary>How many writes and deletes are under way at once.</summary>
    public int Writers { get; init; } = 8;

    internal BucketSize SizeOf(RequestClass kind) => kind switch
    {
        RequestClass.Read => Reads,
        RequestClass.Write => Writes,
        _ => Deletes,
    };
}
