using System.Collections.Immutable;

namespace Plumbline.Policy.Syntax;

/// <summary>The managed identity by which an assignment remediates.</summary>
/// <param name="Type"><c>None</c>, <c>SystemAssigned</c> or <c>UserAssigned</c>.</param>
/// <param name="UserAssignedIdentities">The ids of the user-assigned identities.</param>
public sealed record AssignmentIdentity(string Type, ImmutableArray<string> UserAssignedIdentities);
