namespace Plumbline.Reporting.Findings;

/// <summary>A case of a suite.</summary>
/// <param name="Name">What was tested.</param>
/// <param name="ClassName">What the case is grouped under by viewers: a file or a policy.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">Why it did not pass, in one line; or null.</param>
/// <param name="Detail">What else there is to say; or null.</param>
public sealed record JUnitCase(string Name, string ClassName, TimeSpan Duration, JUnitOutcome Outcome, string? Message = null, string? Detail = null);
