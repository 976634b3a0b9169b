using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Findings;

namespace Plumbline.Scan.Evaluation;

/// <summary>What the evaluation of a batch gave.</summary>
/// <param name="Findings">In the order of the resources, and of the policies for each.</param>
/// <param name="Totals">The counts.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Position">How many bytes of the input were read so far.</param>
public sealed record BatchOutcome(ImmutableArray<ScanFinding> Findings, ScanTotals Totals, ImmutableArray<Diagnostic> Problems, long Position);
