using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>One addition that <c>append</c> makes.</summary>
/// <param name="Field">The property, tag or alias as written; may be an expression.</param>
/// <param name="Value">What is added.</param>
public sealed record AppendField(string Field, PolicyValue Value);
