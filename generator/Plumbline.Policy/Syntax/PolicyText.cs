using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>What <see cref="PolicyParser.ParseAny(SourceText)"/> found in a text. Of the three values that of <paramref name="Kind"/> is set, unless an error prevents it.</summary>
/// <param name="Kind">What the text is, also when there are errors in it.</param>
/// <param name="Definition">The definition.</param>
/// <param name="Rule">The bare rule.</param>
/// <param name="Condition">The bare condition.</param>
/// <param name="Diagnostics">All problems, in the order of the text.</param>
public sealed record PolicyText(PolicyTextKind Kind, PolicyDefinition? Definition, PolicyRule? Rule, Condition? Condition, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is no error.</summary>
    public bool IsValid => !Diagnostics.Any(item => item.IsError);
}
