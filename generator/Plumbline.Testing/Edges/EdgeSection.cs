using System.Collections.Immutable;
using Plumbline.Policy.Evaluation;

namespace Plumbline.Testing.Edges;

/// <summary>The edge cases around one resource.</summary>
/// <param name="Type">The resource type.</param>
/// <param name="Base">The resource.</param>
/// <param name="Status">The verdict on it.</param>
/// <param name="Rows">The cases, in the order in which the rule names the properties.</param>
public sealed record EdgeSection(string Type, EdgeBase Base, EvaluationStatus Status, ImmutableArray<EdgeRow> Rows);
