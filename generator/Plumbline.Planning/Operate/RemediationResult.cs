using System.Collections.Immutable;

namespace Plumbline.Planning.Operate;

/// <summary>How a remediation stands.</summary>
/// <param name="Task">What was asked for.</param>
/// <param name="Name">The name it has at the endpoint.</param>
/// <param name="State">Its <c>provisioningState</c>; empty when it was not created.</param>
/// <param name="Total">The resources it is about.</param>
/// <param name="Successful">Those that comply by now.</param>
/// <param name="Failed">Those that could not be changed.</param>
public sealed record RemediationResult(RemediationTask Task, string Name, string State, int Total = 0, int Successful = 0, int Failed = 0)
{
    /// <summary>The id.</summary>
    public string Id => $"{Task.Collection}/{Name}";

    /// <summary>Whether a remediation that ran already was joined.</summary>
    public bool IsJoined { get; init; }

    /// <summary>The service's message, or null.</summary>
    public string? Message { get; init; }

    /// <summary>The resources that could not be changed.</summary>
    public ImmutableArray<RemediationFailure> Failures { get; init; } = [];

    /// <summary>Whether it is over.</summary>
    public bool HasEnded => RemediationNames.IsTerminal(State);

    /// <summary>Whether it is over and did not do all it was for.</summary>
    public bool HasFailed => HasEnded && (Failed > 0 || string.Equals(State, "Failed", StringComparison.OrdinalIgnoreCase));
}
