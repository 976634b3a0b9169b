using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Evaluation;

/// <summary>The values for the parameters of a definition, and what is wrong with them.</summary>
/// <param name="Values">By declared name, compared without regard to case; without those in error, and without defaults nobody set.</param>
/// <param name="Diagnostics">Errors for values that are missing, of the wrong type, not allowed or not declared.</param>
public sealed record ParameterBinding(ImmutableDictionary<string, PolicyValue> Values, ImmutableArray<Diagnostic> Diagnostics);
