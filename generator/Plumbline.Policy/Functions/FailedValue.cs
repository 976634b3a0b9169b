using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>The result of an expression whose evaluation failed. Travels up through every call and ends the evaluation; never leaves the project.</summary>
/// <param name="Reason">What failed, as a sentence without a full stop.</param>
internal sealed record FailedValue(string Reason) : PolicyValue
{
    /// <summary>Whether the value exists but is not known before a deployment: what a resource provider computes.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Whether a function was called that does not exist here.</summary>
    public bool IsMissingFunction { get; init; }

    /// <summary>ARM's error code when it is not the one of the place where the expression stands; null otherwise.</summary>
    public string? Code { get; init; }
}
