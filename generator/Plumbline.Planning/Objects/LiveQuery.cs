using System.Collections.Immutable;

namespace Plumbline.Planning.Objects;

/// <summary>What of an endpoint a deployment needs to know; each is one paged list, so no request depends on how many objects there are.</summary>
/// <param name="DefinitionScope">Where definitions and initiatives are listed, exactly there.</param>
/// <param name="AssignmentScopes">Where assignments are listed, exactly there.</param>
/// <param name="ExemptionRoots">Subscriptions and management groups whose exemptions are listed, with all below.</param>
/// <param name="ExemptedAssignments">Assignments at management groups whose exemptions below are listed by their id, because a management group's list has none from below.</param>
/// <param name="RoleRoots">Subscriptions and management groups whose role assignments are listed, with all below.</param>
/// <param name="BuiltIns">Ids of built-in definitions and initiatives that are read one by one.</param>
public sealed record LiveQuery(
    string DefinitionScope,
    ImmutableArray<string> AssignmentScopes,
    ImmutableArray<string> ExemptionRoots,
    ImmutableArray<string> ExemptedAssignments,
    ImmutableArray<string> RoleRoots,
    ImmutableArray<string> BuiltIns);
