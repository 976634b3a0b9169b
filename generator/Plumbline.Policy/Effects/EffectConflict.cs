using Plumbline.Policy.Assignments;

namespace Plumbline.Policy.Effects;

/// <summary>A change that refuses the request: an append that meets another value, or a modify that cannot be made and whose conflictEffect is deny.</summary>
/// <param name="Record">The policy.</param>
/// <param name="Field">The field as the policy names it.</param>
/// <param name="Reason">What is in the way, as a sentence without a full stop.</param>
public sealed record EffectConflict(AssignmentRecord Record, string Field, string Reason);
