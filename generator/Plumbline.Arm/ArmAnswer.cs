using System.Text.Json;

namespace Plumbline.Arm;

/// <summary>The answer to one call, read as far as every caller needs it.</summary>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="Body">The JSON body; undefined when there is none.</param>
/// <param name="Location">The <c>Location</c> header, or null.</param>
/// <param name="RetryAfter">The <c>Retry-After</c> header, or null.</param>
/// <param name="Failure">Why the call is not a success; null for 2xx.</param>
internal sealed record ArmAnswer(int Status, JsonElement Body, string? Location, TimeSpan? RetryAfter, ArmFailure? Failure)
{
    /// <summary>What the headers say to who paces requests.</summary>
    public ArmHeaders Headers { get; init; } = ArmHeaders.None;

    /// <summary>An answer that is only a failure.</summary>
    public static ArmAnswer Failed(ArmFailure failure) => new(failure.Status ?? 0, default, null, null, failure);
}
