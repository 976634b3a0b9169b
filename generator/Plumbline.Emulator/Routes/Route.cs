using Plumbline.Emulator.Enforcement;
using Plumbline.Emulator.Store;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator.Routes;

/// <summary>One operation of the endpoint: a function of the state and the request, so that it can be read, and tested, alone.</summary>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Pattern">The paths it serves.</param>
/// <param name="VersionedType">The type whose api-versions it answers to; empty for any date.</param>
/// <param name="Handle">What it does.</param>
internal sealed record Route(string Method, RoutePattern Pattern, string VersionedType, Func<ArmState, ArmRequest, Outcome> Handle)
{
    /// <summary>A route with a pattern in text form.</summary>
    public Route(string method, string pattern, string versionedType, Func<ArmState, ArmRequest, Outcome> handle)
        : this(method, new RoutePattern(pattern), versionedType, handle)
    {
    }

    /// <summary>As <see cref="VersionedType"/>: the path takes no api-version, as the emulator's own <c>/emulator/...</c> do.</summary>
    public const string WithoutVersion = "-";

    /// <summary>For what takes long or has to wait: runs beside other requests and changes the state through the store, as often as it needs. <see cref="Handle"/> is not called then.</summary>
    public Func<ArmRequest, CancellationToken, Task<ArmResponse>>? HandleAsync { get; init; }

    /// <summary>A route that runs beside other requests.</summary>
    public static Route Asynchronous(string method, string pattern, string versionedType, Func<ArmRequest, CancellationToken, Task<ArmResponse>> handle) =>
        new(method, pattern, versionedType, static (_, request) => ArmErrors.RouteNotFound(request.Path)) { HandleAsync = handle };

    /// <summary>A POST that changes the state, which other POSTs do not.</summary>
    public bool Changes { get; init; }

    /// <summary>Whether the body may be JSON as ARM's templates are: with comments, and with names out of quotes, which <c>az</c> sends.</summary>
    public bool TakesLooseJson { get; init; }

    /// <summary>How many bytes the body may have: 4 MiB, as all of ARM; 1 MiB for policy objects.</summary>
    public int BodyLimit => VersionedType.StartsWith("Microsoft.Authorization/", StringComparison.Ordinal) ? 1 << 20 : 4 << 20;

    /// <summary>Whether it runs alone, on the newest state.</summary>
    public bool IsWrite => Changes || Method is "PUT" or "PATCH" or "DELETE";
}

/// <summary>What an operation gives: the answer, and the state after it when it changed anything.</summary>
internal sealed record Outcome(ArmResponse Response, ArmState? Next = null)
{
    /// <summary>What became of a write: the answer for the resource as it is stored, or the refusal. Both leave a state, as a refusal is an event.</summary>
    public static Outcome Of(WriteResult written, Func<StoredResource, ArmResponse> answer) =>
        new(written.Error is { } error ? ArmEnvelope.Error(error) : answer(written.Resource), written.Next);

    /// <summary>An answer that changes nothing.</summary>
    public static implicit operator Outcome(ArmResponse response) => new(response);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome(ArmError error) => new(ArmEnvelope.Error(error));
}
