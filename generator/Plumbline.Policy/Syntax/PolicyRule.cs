namespace Plumbline.Policy.Syntax;

/// <summary>A policy rule: what is tested and what follows.</summary>
/// <param name="If">The condition.</param>
/// <param name="Then">The effect.</param>
public sealed record PolicyRule(Condition If, EffectClause Then);
