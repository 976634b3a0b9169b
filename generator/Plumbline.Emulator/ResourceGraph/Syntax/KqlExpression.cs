using System.Collections.Immutable;
using Plumbline.Emulator.ResourceGraph.Values;

namespace Plumbline.Emulator.ResourceGraph.Syntax;

/// <summary>A scalar expression as it is written.</summary>
/// <param name="At">Its first token, or that of its operator; what messages point at.</param>
internal abstract record KqlExpression(KqlToken At);

/// <summary>A constant.</summary>
internal sealed record LiteralExpression(KqlToken At, KqlValue Value, KqlType Type) : KqlExpression(At);

/// <summary>A column's name.</summary>
internal sealed record ColumnExpression(KqlToken At, string Name) : KqlExpression(At);

/// <summary><c>target.name</c>.</summary>
internal sealed record MemberExpression(KqlToken At, KqlExpression Target, string Name) : KqlExpression(At);

/// <summary><c>target[index]</c>.</summary>
internal sealed record ElementExpression(KqlToken At, KqlExpression Target, KqlExpression Index) : KqlExpression(At);

/// <summary><c>name(arguments)</c>.</summary>
internal sealed record CallExpression(KqlToken At, string Name, ImmutableArray<KqlExpression> Arguments) : KqlExpression(At);

/// <summary><c>-operand</c> or <c>+operand</c>.</summary>
internal sealed record SignExpression(KqlToken At, bool IsNegative, KqlExpression Operand) : KqlExpression(At);

/// <summary><c>left operator right</c>.</summary>
internal sealed record BinaryExpression(KqlToken At, string Operator, KqlExpression Left, KqlExpression Right) : KqlExpression(At);

/// <summary><c>a and b and c</c>, or with <c>or</c>; flat, so that its length is no depth.</summary>
internal sealed record JunctionExpression(KqlToken At, bool IsAnd, ImmutableArray<KqlExpression> Terms) : KqlExpression(At);

/// <summary><c>left in (members)</c> and its relatives <c>!in</c>, <c>in~</c>, <c>!in~</c>, <c>has_any</c>, <c>has_all</c>.</summary>
/// <param name="Query">The query whose first column holds the members; null when they are listed.</param>
internal sealed record SetExpression(KqlToken At, string Operator, KqlExpression Left, ImmutableArray<KqlExpression> Members, KqlQuery? Query) : KqlExpression(At);

/// <summary><c>operand between (low .. high)</c>.</summary>
internal sealed record BetweenExpression(KqlToken At, KqlExpression Operand, KqlExpression Low, KqlExpression High, bool IsNegated) : KqlExpression(At);

/// <summary><c>*</c> as an argument of <c>arg_max</c> and its like.</summary>
internal sealed record StarExpression(KqlToken At) : KqlExpression(At);
