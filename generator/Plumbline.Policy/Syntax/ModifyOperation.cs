using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>One change that <c>modify</c> makes.</summary>
/// <param name="Operation"><c>add</c>, <c>addOrReplace</c> or <c>remove</c>, spelled like this whatever the document says.</param>
/// <param name="Field">The property, tag or alias as written; may be an expression.</param>
/// <param name="Value">The new value; null when <c>remove</c> has none.</param>
/// <param name="Condition">When it is made: an expression or a boolean; null for always.</param>
public sealed record ModifyOperation(string Operation, string Field, PolicyValue? Value, PolicyValue? Condition);
