using System.Collections.Immutable;

namespace Plumbline.Policy.Evaluation;

/// <summary>A definition whose verdict on a resource may come out one way or the other, as values that are not known yet turn out.</summary>
/// <param name="Index">The place of the definition in the program.</param>
/// <param name="Reads">The values, as far as conditions read them.</param>
public sealed record UndecidedVerdict(int Index, ImmutableArray<UnresolvedRead> Reads);
