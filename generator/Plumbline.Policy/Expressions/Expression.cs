using System.Collections.Immutable;
using Plumbline.Policy.Values;

namespace Plumbline.Policy.Expressions;

/// <summary>A node of a template expression such as <c>[concat('a', field('name'))]</c>.</summary>
/// <param name="Start">Where the node starts in the expression's text, brackets included, from 0.</param>
/// <param name="Length">How long it is.</param>
public abstract record Expression(int Start, int Length);

/// <summary>A text in single quotes or an integer.</summary>
public sealed record LiteralExpression(PolicyValue Value, int Start, int Length) : Expression(Start, Length);

/// <summary>A function call.</summary>
/// <param name="Name">As written; compared without regard to case.</param>
public sealed record CallExpression(string Name, ImmutableArray<Expression> Arguments, int Start, int Length) : Expression(Start, Length);

/// <summary><c>target.name</c> or <c>target[index]</c>.</summary>
public sealed record AccessExpression(Expression Target, Expression Key, int Start, int Length) : Expression(Start, Length);
