using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Testing.Mutation;

/// <summary>A definition with one thing changed.</summary>
/// <param name="Definition">The changed definition.</param>
/// <param name="At">The condition that was changed, as it was.</param>
/// <param name="Path">Its path, such as <c>if.allOf[1]</c>.</param>
/// <param name="Change">What was changed.</param>
/// <param name="Location">Where the condition stands.</param>
/// <param name="IsEquivalent">Whether the changed definition shows to mean the same, so that no test could notice.</param>
public sealed record Mutant(PolicyDefinition Definition, Condition At, string Path, string Change, SourceLocation Location, bool IsEquivalent);
