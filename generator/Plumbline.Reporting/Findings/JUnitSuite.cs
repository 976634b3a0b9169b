using System.Collections.Immutable;

namespace Plumbline.Reporting.Findings;

/// <summary>Cases that belong together: those of a test file, or of a policy.</summary>
/// <param name="Name">The name of the suite.</param>
/// <param name="Package">What it is part of.</param>
/// <param name="Cases">The cases in order.</param>
public sealed record JUnitSuite(string Name, string Package, ImmutableArray<JUnitCase> Cases);
