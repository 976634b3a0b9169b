using System.Collections.Immutable;
using Plumbline.Generation.Output;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Generation;

/// <summary>What generating gave.</summary>
/// <param name="Tree">The files; not to be written when there is an error.</param>
/// <param name="Diagnostics">The problems, in the order of the catalog.</param>
public sealed record GenerationResult(OutputTree Tree, ImmutableArray<Diagnostic> Diagnostics);
