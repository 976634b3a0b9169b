using System.Collections.Immutable;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Values;
using Plumbline.Testing.Documents;

namespace Plumbline.Testing.Running;

/// <summary>The result of one test.</summary>
/// <param name="Test">The test.</param>
/// <param name="Verdict">What the policy says; null when the test could not run.</param>
/// <param name="Mismatches">What is not as expected.</param>
/// <param name="Problems">Why the test could not run.</param>
public sealed record TestResult(PolicyTest Test, TestVerdict? Verdict, ImmutableArray<Mismatch> Mismatches, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>The resources beside the one under test.</summary>
    public ImmutableArray<ObjectValue> Related { get; init; } = [];

    /// <summary>How it ended.</summary>
    public TestOutcome Outcome => Verdict is null ? TestOutcome.Broken : Mismatches.IsEmpty ? TestOutcome.Passed : TestOutcome.Failed;
}
