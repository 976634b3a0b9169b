using System.Collections.Immutable;
using Plumbline.Policy.Syntax;

namespace Plumbline.Testing.Running;

/// <summary>What a test file is about: a definition, or an initiative with its members.</summary>
/// <param name="Name">The name of the definition or initiative.</param>
/// <param name="Set">The initiative, or null for a definition.</param>
/// <param name="Members">The definition, or the initiative's members in its order.</param>
public sealed record TestSubject(string Name, PolicySetDefinition? Set, ImmutableArray<TestedDefinition> Members);
