namespace Plumbline.Planning.Environments;

/// <summary>Another effect for some policies of an assignment.</summary>
/// <param name="Members">Which policies.</param>
/// <param name="Effect">The effect, such as <c>Deny</c>.</param>
public sealed record EffectChoice(MemberChoice Members, string Effect);
