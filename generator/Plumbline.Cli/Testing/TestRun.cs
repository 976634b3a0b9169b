using System.Collections.Immutable;
using Plumbline.Testing.Coverage;
using Plumbline.Testing.Mutation;
using Plumbline.Testing.Running;

namespace Plumbline.Cli.Testing;

/// <summary>A finished run.</summary>
/// <param name="Files">The results, in the order of the files.</param>
/// <param name="Coverage">What they cover; empty when it is not asked for.</param>
/// <param name="Mutation">Which changes they notice; empty when it is not asked for.</param>
internal sealed record TestRun(ImmutableArray<TestFileResult> Files, ImmutableArray<PolicyCoverage> Coverage, ImmutableArray<MutationScore> Mutation);
