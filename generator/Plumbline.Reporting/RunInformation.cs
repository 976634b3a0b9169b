namespace Plumbline.Reporting;

/// <summary>Where the rows of a report come from.</summary>
/// <param name="Environment">The environment as the user names it.</param>
/// <param name="Scope">The ARM id of the assignment's scope.</param>
/// <param name="AssignmentId">The ARM id of the assignment.</param>
/// <param name="Tool">The program with its version.</param>
/// <param name="StartedAt">When reading began.</param>
/// <param name="StatesRead">How many policy states were read.</param>
/// <param name="StatesExpected">How many there are according to <c>policyStates/latest/summarize</c>.</param>
public sealed record RunInformation(
    string Environment,
    string Scope,
    string AssignmentId,
    string Tool,
    DateTimeOffset StartedAt,
    int StatesRead,
    int StatesExpected);
