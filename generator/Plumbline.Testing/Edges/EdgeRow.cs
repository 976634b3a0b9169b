using Plumbline.Policy.Evaluation;

namespace Plumbline.Testing.Edges;

/// <summary>One edge case: a resource with one property other than in its base.</summary>
/// <param name="Property">The path of the property, or what else differs.</param>
/// <param name="Variation">What is put there: <c>missing</c>, or a value as JSON.</param>
/// <param name="Kind">What sort of value that is, such as <c>other case</c>; empty for a valid one.</param>
/// <param name="Status">The verdict.</param>
/// <param name="Deciding">The conditions that decided, such as <c>properties.a equals true: no</c>; an error's text.</param>
public sealed record EdgeRow(string Property, string Variation, string Kind, EvaluationStatus Status, string Deciding);
