using System.Collections.Immutable;

namespace Plumbline.Arm;

/// <summary>A call that did not do what it was for.</summary>
/// <param name="Kind">What stands in the way.</param>
/// <param name="Method">The HTTP method of the call.</param>
/// <param name="Path">The path of the call, without query.</param>
/// <param name="Status">The HTTP status, or null when there was no answer.</param>
/// <param name="Code">ARM's error code, or null.</param>
/// <param name="Message">ARM's error message, whole, or what went wrong on the way there. Never holds a token.</param>
/// <param name="CorrelationId"><c>x-ms-correlation-request-id</c>, what Microsoft's support asks for; or null.</param>
/// <param name="DeniedBy">With <see cref="ArmFailureKind.DeniedByPolicy"/>, the display names (else ids) of the assignments that denied the call.</param>
public sealed record ArmFailure(
    ArmFailureKind Kind,
    string Method,
    string Path,
    int? Status,
    string? Code,
    string Message,
    string? CorrelationId,
    ImmutableArray<string> DeniedBy)
{
    /// <inheritdoc/>
    public bool Equals(ArmFailure? other) =>
        other is not null
        && (Kind, Method, Path, Status, Code, Message, CorrelationId) == (other.Kind, other.Method, other.Path, other.Status, other.Code, other.Message, other.CorrelationId)
        && DeniedBy.SequenceEqual(other.DeniedBy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Method, Path, Status, Code, Message);
}

/// <summary>What stands in the way of a call; decides what the user is told to do.</summary>
public enum ArmFailureKind
{
    /// <summary>No answer: nothing listens, no route, a certificate that is not trusted, a timeout.</summary>
    Unreachable,

    /// <summary>No token could be had, or 401.</summary>
    NotSignedIn,

    /// <summary>403: signed in, but without the permission.</summary>
    NotAuthorized,

    /// <summary>403 <c>RequestDisallowedByPolicy</c>.</summary>
    DeniedByPolicy,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>409 or 412.</summary>
    Conflict,

    /// <summary>429, after all retries.</summary>
    Throttled,

    /// <summary>Another 4xx: the request is not acceptable as it is.</summary>
    Rejected,

    /// <summary>5xx, after all retries.</summary>
    ServiceFailed,

    /// <summary>An answer that is not what the documented interface gives.</summary>
    UnexpectedAnswer,

    /// <summary>The write was accepted, but reading back shows something else.</summary>
    NotConfirmed,

    /// <summary>Cancelled while the call was under way: whether it took effect is not known.</summary>
    Interrupted,
}
