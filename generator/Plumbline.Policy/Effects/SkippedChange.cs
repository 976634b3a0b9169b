using Plumbline.Policy.Assignments;

namespace Plumbline.Policy.Effects;

/// <summary>A change that a policy asked for and that was not made; the request goes on without it.</summary>
/// <param name="Record">The policy.</param>
/// <param name="Field">The field as the policy names it.</param>
/// <param name="Reason">Why not, as a sentence without a full stop.</param>
public sealed record SkippedChange(AssignmentRecord Record, string Field, string Reason);
