using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>A node of a policy rule's <c>if</c>, <c>existenceCondition</c> or <c>where</c>. Immutable; knows where it stood.</summary>
/// <param name="Location">Where the node stood in its document, or null for a node the generator made. Takes no part in equality.</param>
public abstract record Condition(SourceLocation? Location)
{
    /// <summary>Equality is by structure.</summary>
    public virtual bool Equals(Condition? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();
}

/// <summary><c>allOf</c>: true when every operand is; empty is true.</summary>
public sealed record AllOfCondition(ImmutableArray<Condition> Operands, SourceLocation? Location = null) : Condition(Location)
{
    /// <inheritdoc/>
    public bool Equals(AllOfCondition? other) => other is not null && Operands.SequenceEqual(other.Operands);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Operands.Length);
}

/// <summary><c>anyOf</c>: true when some operand is; empty is false.</summary>
public sealed record AnyOfCondition(ImmutableArray<Condition> Operands, SourceLocation? Location = null) : Condition(Location)
{
    /// <inheritdoc/>
    public bool Equals(AnyOfCondition? other) => other is not null && Operands.SequenceEqual(other.Operands);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Operands.Length);
}

/// <summary><c>not</c>.</summary>
public sealed record NotCondition(Condition Operand, SourceLocation? Location = null) : Condition(Location);

/// <summary>A leaf: a <see cref="Subject"/>, one of the 19 operators, and the operator's operand.</summary>
public sealed record LeafCondition(Subject Subject, Operator Operator, Operand Operand, SourceLocation? Location = null) : Condition(Location);
