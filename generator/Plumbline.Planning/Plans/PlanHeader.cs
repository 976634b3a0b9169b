namespace Plumbline.Planning.Plans;

/// <summary>What differs between two plans over the same state.</summary>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="Tool">The program and its version, such as <c>plumbline/1.0.0</c>.</param>
/// <param name="GitCommit">The commit of the checkout, or null.</param>
public sealed record PlanHeader(DateTimeOffset CreatedAt, string Tool, string? GitCommit);
