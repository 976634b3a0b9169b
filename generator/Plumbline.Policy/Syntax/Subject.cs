using Plumbline.Policy.Values;

namespace Plumbline.Policy.Syntax;

/// <summary>The left side of a leaf condition: exactly one of <c>field</c>, <c>value</c> or <c>count</c>.</summary>
public abstract record Subject;

/// <summary><c>field</c>: a property, a tag or an alias of the resource; the text may be a template expression.</summary>
public sealed record FieldSubject(string Field) : Subject;

/// <summary><c>value</c>: a literal or a template expression.</summary>
public sealed record ValueSubject(Operand Value) : Subject;

/// <summary><c>count</c> over the members of an array alias, those for which <paramref name="Where"/> holds.</summary>
public sealed record FieldCountSubject(string Field, Condition? Where) : Subject;

/// <summary><c>count</c> over the members of a value, read inside <paramref name="Where"/> with <c>current()</c>.</summary>
public sealed record ValueCountSubject(Operand Value, string? Name, Condition? Where) : Subject;

/// <summary>A literal JSON value that may hold template expressions (strings that start with <c>[</c> and end with <c>]</c>), at any depth.</summary>
public sealed record Operand(PolicyValue Literal);
