namespace Plumbline.Policy.Assignments;

/// <summary>One resource, policy or group with its state.</summary>
/// <param name="Key">The resource id, the group name, or <c>assignment|reference|definition</c>; in lower case.</param>
/// <param name="State">Rolled up.</param>
/// <param name="Resources">The distinct resources below it, each rolled up over the policies below it.</param>
public sealed record ComplianceLine(string Key, ComplianceState State, ComplianceCounts Resources);
