using System.Collections.Immutable;
using Plumbline.Planning.Environments;
using Plumbline.Policy.Assignments;

namespace Plumbline.Planning.Desired;

/// <summary>An assignment as it is to be at one scope, with what others need to know of it.</summary>
/// <param name="Object">The object; its body says how it ends, not how it starts.</param>
/// <param name="Declaration">What declares it.</param>
/// <param name="Scope">Where.</param>
/// <param name="Members">The policies it applies.</param>
/// <param name="Effects">The effects they can have.</param>
internal sealed record DesiredAssignment(
    DesiredObject Object,
    AssignmentDeclaration Declaration,
    string Scope,
    ImmutableArray<InitiativeMember> Members,
    ImmutableArray<AssignedEffect> Effects);
