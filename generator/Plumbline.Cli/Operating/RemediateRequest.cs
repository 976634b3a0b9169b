using Plumbline.Planning.Operate;

namespace Plumbline.Cli.Operating;

/// <summary>What <c>plumbline remediate</c> is asked for.</summary>
/// <param name="Choices">What is to be remediated.</param>
/// <param name="Waits">Whether the command waits for the end.</param>
/// <param name="Limit">How long it waits.</param>
/// <param name="Cancels">Whether what runs is cancelled.</param>
/// <param name="IgnoresRoles">Whether missing roles do not matter.</param>
/// <param name="IsDryRun">Whether nothing is started.</param>
/// <param name="IsJson">Whether the result is printed as JSON.</param>
internal sealed record RemediateRequest(RemediationChoices Choices, bool Waits, TimeSpan Limit, bool Cancels, bool IgnoresRoles, bool IsDryRun, bool IsJson);
