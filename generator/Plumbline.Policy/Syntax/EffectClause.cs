using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>A rule's <c>then</c>: the effect and its details.</summary>
/// <param name="Effect">A literal effect name as its author spells it, or an expression such as <c>[parameters('effect')]</c>.</param>
/// <param name="Details">The details as written, or null.</param>
/// <param name="ExistenceCondition">The typed <c>details.existenceCondition</c>, or null.</param>
/// <param name="Location">Where <c>then</c> stands.</param>
public sealed record EffectClause(string Effect, PolicyValue? Details, Condition? ExistenceCondition, SourceLocation? Location = null)
{
    /// <summary>
    /// The details by their family; null when they have none. The family is that of a literal effect;
    /// with an expression for the effect the shape of the details says it, else the default of the parameter that the effect is.
    /// </summary>
    public EffectDetails? TypedDetails { get; init; }
}
