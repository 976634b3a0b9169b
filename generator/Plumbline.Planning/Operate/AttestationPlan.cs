using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Operate;

/// <summary>What becomes of the attestations of an environment.</summary>
/// <param name="Changes">In ordinal order of their ids.</param>
/// <param name="Diagnostics">What is wrong with the declarations, and what has expired; after an error nothing is written.</param>
public sealed record AttestationPlan(ImmutableArray<AttestationChange> Changes, ImmutableArray<Diagnostic> Diagnostics);
