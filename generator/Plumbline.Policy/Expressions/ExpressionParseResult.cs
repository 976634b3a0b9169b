namespace Plumbline.Policy.Expressions;

/// <summary>An expression, or why the text is none and where.</summary>
/// <param name="Value">The expression; null if and only if there is an <see cref="Error"/>.</param>
/// <param name="Error">What is wrong, as the end of a sentence.</param>
/// <param name="Start">Where the error is in the text, from 0.</param>
/// <param name="Length">How long the wrong part is.</param>
public sealed record ExpressionParseResult(Expression? Value, string? Error = null, int Start = 0, int Length = 0);
