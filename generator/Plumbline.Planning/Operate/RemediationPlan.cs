using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Operate;

/// <summary>The remediations to create, and what is wrong with what was asked for.</summary>
/// <param name="Tasks">In the order of the assignments and their policies; none when something is wrong.</param>
/// <param name="Diagnostics">What there is to say; after an error nothing is done.</param>
public sealed record RemediationPlan(ImmutableArray<RemediationTask> Tasks, ImmutableArray<Diagnostic> Diagnostics);
