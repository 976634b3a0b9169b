using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Syntax;

/// <summary>Selects resources: all of its selectors have to. Several resource selectors are alternatives.</summary>
public sealed record ResourceSelector(string? Name, ImmutableArray<PolicySelector> Selectors, SourceLocation? Location = null);
