using Plumbline.Policy.Syntax;

namespace Plumbline.Testing.Mutation;

/// <summary>A condition with one thing changed.</summary>
/// <param name="Result">The whole condition after the change.</param>
/// <param name="At">The part that was changed, as it was.</param>
/// <param name="Text">What was changed.</param>
internal sealed record ConditionChange(Condition Result, Condition At, string Text);
