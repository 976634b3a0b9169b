using Plumbline.Policy.Diagnostics;
using Plumbline.Scan.Findings;

namespace Plumbline.Scan.Baselines;

/// <summary>A finding that is known, with who answers for it and until when.</summary>
/// <param name="Key">The resource, the policy and its reference; no line numbers.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Until">The last day on which the entry hides the finding.</param>
/// <param name="Location">Where the entry stands; null for one that was just made.</param>
public sealed record BaselineEntry(FindingKey Key, string Owner, DateOnly Until, SourceLocation? Location = null);
