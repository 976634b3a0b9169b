namespace Plumbline.Policy.Syntax;

/// <summary>The typed <c>details</c> of an effect, by family. Expressions in them are not evaluated.</summary>
public abstract record EffectDetails;
