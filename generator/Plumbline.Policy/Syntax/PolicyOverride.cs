using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>Changes the effect or the version of what is assigned, where all of its selectors choose.</summary>
/// <param name="Value">An effect in any case, or a version such as <c>1.*.*</c>.</param>
public sealed record PolicyOverride(OverrideKind Kind, string Value, ImmutableArray<PolicySelector> Selectors, SourceLocation? Location = null);
