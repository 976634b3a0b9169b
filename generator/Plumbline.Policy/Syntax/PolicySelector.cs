using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>One selector: a kind and the values it takes, or leaves.</summary>
/// <param name="IsNegated">Whether <c>notIn</c> lists the values, not <c>in</c>.</param>
/// <param name="Values">At most 50.</param>
public sealed record PolicySelector(SelectorKind Kind, bool IsNegated, ImmutableArray<string> Values, SourceLocation? Location = null);
