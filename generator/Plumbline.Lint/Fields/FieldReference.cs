using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Fields;

/// <summary>A place of a rule that reads a field.</summary>
/// <param name="Field">The field as written; never an expression.</param>
/// <param name="Leaf">The condition that compares the field itself; null for the array of a count, and for <c>field()</c> and <c>current()</c> in an expression.</param>
/// <param name="Location">Where the condition stands that reads it.</param>
/// <param name="IsInExistenceCondition">Whether it is of the related resource of an IfNotExists effect rather than of the resource itself.</param>
internal sealed record FieldReference(string Field, LeafCondition? Leaf, SourceLocation? Location, bool IsInExistenceCondition);
