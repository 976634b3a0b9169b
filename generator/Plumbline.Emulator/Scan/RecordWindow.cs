namespace Plumbline.Emulator.Scan;

/// <summary>Which evaluations are read: the newest of each resource, or all; made in an interval.</summary>
/// <param name="IsLatest">Whether only the newest of each resource is meant.</param>
/// <param name="From">The first instant; null for no bound.</param>
/// <param name="To">The last instant; null for no bound.</param>
internal sealed record RecordWindow(bool IsLatest, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Whether the newest evaluations of all time are meant.</summary>
    public bool IsNow => IsLatest && From is null && To is null;

    /// <summary>Whether reading can start behind any evaluation: not when it depends on those before which is the newest of its resource.</summary>
    public bool IsResumable => !IsLatest || IsNow;

    /// <summary>Whether an instant lies in the interval.</summary>
    public bool Holds(DateTimeOffset instant) => !(instant < From || instant > To);
}
