using System.Collections.Immutable;

namespace Plumbline.Testing.Documents;

/// <summary>The tests of one policy.</summary>
/// <param name="Name">The file, as shown to the user.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Tests">The tests, in the order of the text.</param>
/// <param name="Unreachable">What coverage does not ask for.</param>
public sealed record TestFile(string Name, PolicySource Policy, ImmutableArray<PolicyTest> Tests, ImmutableArray<UnreachableResult> Unreachable);
