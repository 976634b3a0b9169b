using Plumbline.Policy.Values;

namespace Plumbline.Policy.Functions;

/// <summary>The result of an expression whose evaluation failed. Travels up through every call and ends the evaluation; never leaves the project.</summary>
/// <param name="Reason">What failed, as a sentence without a full stop.</param>
internal sealed record FailedValue(string Reason) : PolicyValue;
