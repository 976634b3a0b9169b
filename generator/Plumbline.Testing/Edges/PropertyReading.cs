using System.Collections.Immutable;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;

namespace Plumbline.Testing.Edges;

/// <summary>A property that a rule reads, and what it is compared with.</summary>
/// <param name="Path">From the root of the resource, such as <c>properties.configuration.ingress.external</c>; of a count, the array itself.</param>
/// <param name="Steps">The path in steps; <c>[*]</c> for the members of an array.</param>
/// <param name="Value">What the schema knows of its values.</param>
/// <param name="IsRelated">Whether it is of the related resource of an IfNotExists effect.</param>
/// <param name="Comparisons">What the rule compares it with, expressions of parameters as their values.</param>
internal sealed record PropertyReading(string Path, ImmutableArray<string> Steps, SchemaNode Value, bool IsRelated, ImmutableArray<(Operator Operator, PolicyValue Operand)> Comparisons);
