using Plumbline.Policy.Diagnostics;

namespace Plumbline.Testing.Coverage;

/// <summary>How often a value was used: an effect took place, a parameter had an allowed value, related resources were found or not.</summary>
/// <param name="Name">The parameter; <c>effect</c> of a rule that names its effect; <c>existing</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Hits">In how many tests.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record ValueCoverage(string Name, string Value, int Hits, SourceLocation Location);
