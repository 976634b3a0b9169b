using System.Collections.Immutable;
using Plumbline.Policy.Aliases;
using Plumbline.Policy.Syntax;

namespace Plumbline.Policy.Evaluation;

/// <summary>A condition with its aliases found and its expressions read.</summary>
/// <param name="Source">The condition it was made from.</param>
/// <param name="Label">The condition in one line, for the trace.</param>
internal abstract record CompiledCondition(Condition Source, string Label);

/// <summary><c>allOf</c> or <c>anyOf</c>.</summary>
internal sealed record CompiledJunction(Condition Source, string Label, bool IsAll, ImmutableArray<CompiledCondition> Operands) : CompiledCondition(Source, Label);

/// <summary><c>not</c>.</summary>
internal sealed record CompiledNot(Condition Source, string Label, CompiledCondition Operand) : CompiledCondition(Source, Label);

/// <summary>A leaf.</summary>
internal sealed record CompiledLeaf(Condition Source, string Label, CompiledSubject Subject, Operator Operator, OperandTemplate Operand) : CompiledCondition(Source, Label);

/// <summary>The left side of a leaf.</summary>
/// <param name="Text">The subject as written.</param>
/// <param name="Kind">ARM's word for the kind: <c>Field</c>, <c>Value</c> or <c>Count</c>.</param>
internal abstract record CompiledSubject(string Text, string Kind);

/// <summary>A field whose name is fixed.</summary>
internal sealed record CompiledField(string Text, FieldReference Field) : CompiledSubject(Text, "Field");

/// <summary>A field whose name is an expression.</summary>
internal sealed record CompiledDynamicField(string Text, OperandTemplate Name) : CompiledSubject(Text, "Field");

/// <summary>A value; also a field that names the value count around it.</summary>
internal sealed record CompiledValue(string Text, OperandTemplate Value) : CompiledSubject(Text, "Value");

/// <summary>A count over an array of the resource.</summary>
/// <param name="Members">The path up to its last <c>[*]</c>.</param>
internal sealed record CompiledFieldCount(string Text, FieldReference Field, AliasPath Members, CompiledCondition? Where) : CompiledSubject(Text, "Count");

/// <summary>A count over the members of a value.</summary>
internal sealed record CompiledValueCount(string Text, OperandTemplate Value, string Name, CompiledCondition? Where) : CompiledSubject(Text, "Count");
