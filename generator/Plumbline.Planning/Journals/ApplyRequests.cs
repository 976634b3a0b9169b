namespace Plumbline.Planning.Journals;

/// <summary>What a run cost.</summary>
/// <param name="Reads">GET requests that were sent.</param>
/// <param name="Writes">PUT and DELETE requests that were sent.</param>
/// <param name="Waited">Time that requests waited to be sent or tried again, added up over all of them.</param>
public sealed record ApplyRequests(int Reads, int Writes, TimeSpan Waited)
{
    /// <summary>None.</summary>
    public static ApplyRequests None { get; } = new(0, 0, TimeSpan.Zero);
}
