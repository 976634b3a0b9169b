using System.Collections.Immutable;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>The truth table of a definition: what it says of resources that differ from a compliant or a violating one in one property.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Parameters">The values of its parameters: defaults, and samples where there is none.</param>
/// <param name="Sections">Of each resource type one that starts from a compliant resource and one from a violating one, as far as such were found.</param>
public sealed record EdgeTable(PolicyDefinition Definition, ImmutableDictionary<string, PolicyValue> Parameters, ImmutableArray<EdgeSection> Sections);
