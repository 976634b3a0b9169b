namespace Plumbline.Emulator;

/// <summary>The sizes of ARM's token buckets, of which each principal has a set in each subscription. The defaults are those that ARM documents.</summary>
/// <param name="IsEnforced">Whether a request without a token is answered 429; else only the headers count down.</param>
/// <param name="Reads">How many reads a full bucket allows.</param>
/// <param name="ReadsPerSecond">How many it is refilled by.</param>
/// <param name="Writes">How many writes a full bucket allows.</param>
/// <param name="WritesPerSecond">How many it is refilled by.</param>
/// <param name="Deletes">How many deletes a full bucket allows.</param>
/// <param name="DeletesPerSecond">How many it is refilled by.</param>
public sealed record ThrottlingOptions(
    bool IsEnforced = false,
    int Reads = 250,
    int ReadsPerSecond = 25,
    int Writes = 200,
    int WritesPerSecond = 10,
    int Deletes = 200,
    int DeletesPerSecond = 10);
