using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>A value that a field of a random resource should mostly have.</summary>
/// <param name="Field">The field as the rule names it.</param>
/// <param name="Value">The value; undefined for a missing property.</param>
/// <param name="Member">Which member of the array is meant, by the number of the count that wants it; 0 for any.</param>
internal sealed record Wish(string Field, PolicyValue Value, int Member);
